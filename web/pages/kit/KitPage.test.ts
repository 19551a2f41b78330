import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { createI18n } from 'vue-i18n';
import { createMemoryHistory, createRouter } from 'vue-router';
import kit from '../../locales/zh-CN/kit.json';
import KitPage from './KitPage.vue';

test('the kit page, all parts mounted → no text is missing and nothing is warned of', async () => {
  const missing: string[] = [];
  const i18n = createI18n({
    legacy: false,
    locale: 'zh-CN',
    messages: { 'zh-CN': { kit } },
    missing: (_locale, key) => {
      missing.push(key);
    },
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/kit', component: KitPage }],
  });
  await router.push('/kit');
  const warnings: string[] = [];
  const page = mount(KitPage, {
    global: { plugins: [i18n, router], config: { warnHandler: (message) => warnings.push(message) } },
  });
  expect([missing, warnings]).toEqual([[], []]);
  expect(page.findAll('[data-mark]').length).toBe(21 + 16 + 11);
  page.unmount();
});
