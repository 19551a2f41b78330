import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';
import KitPage from './KitPage.vue';

test('the kit page, all parts mounted → no text is missing and nothing is warned of', async () => {
  await loadLocale('kit');
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/kit', component: KitPage }],
  });
  await router.push('/kit');
  const warnings: string[] = [];
  const page = mount(KitPage, {
    global: { plugins: [router], config: { warnHandler: (message) => warnings.push(message) } },
  });
  expect([page.text().match(/kit\.[a-z_.]+/g), warnings]).toEqual([null, []]);
  expect(page.findAll('[data-mark]').length).toBe(21 + 16 + 11);
  page.unmount();
});
