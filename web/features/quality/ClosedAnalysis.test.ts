import { mount } from '@vue/test-utils';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { Quality } from '../../../shared/contract/quality.ts';
import { loadLocale } from '../../locales/index.ts';
import ClosedAnalysis from './ClosedAnalysis.vue';

beforeAll(() => loadLocale('quality'));
beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:rest(.*)', component: ClosedAnalysis }],
});

function show(state: Quality['state'] | null) {
  const quality: Quality | null = state && {
    state,
    version: 2,
    openings: [{ name: '监督员', at: Date.parse('2026-10-16T18:00:00+08:00') }],
    projects: [],
    hasList: false,
    followsRanks: true,
    analysis: null,
  };
  return mount(ClosedAnalysis, {
    props: { quality, resultsPage: '/o/c/results', running: false, error: null },
    global: { plugins: [router] },
    attachTo: '#app',
  });
}

const dialogButton = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')].find(
    (button) => button.textContent?.trim() === text,
  );

test('signed → who has opened it, and opened only after a second press', async () => {
  const part = show('closed');
  expect(part.text()).toContain('监督员于 2026-10-16 18:00 打开');
  await part.find('button').trigger('click');
  expect(part.emitted('open')).toBeUndefined();
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('记入操作留痕');
  dialogButton('打开，并记入留痕')?.click();
  expect(part.emitted('open')).toHaveLength(1);
  part.unmount();
});

test('asked and left → nothing is opened', async () => {
  const part = show('closed');
  await part.find('button').trigger('click');
  dialogButton('先不打开')?.click();
  await part.vm.$nextTick();
  expect([document.querySelector('[role="dialog"]'), part.emitted('open')]).toEqual([null, undefined]);
  part.unmount();
});

test.each([
  ['unsigned', '还不能打开'],
  ['no_result', '还没有结果'],
] as const)('%s → why, and the way to the list, no step that opens', (state, title) => {
  const part = show(state);
  expect([part.find('h2').text(), part.findAll('button').length]).toEqual([title, 0]);
  expect(part.find('a').attributes('href')).toBe('/o/c/results');
  part.unmount();
});

test('somebody who may not → told who may, nothing to press', () => {
  const part = show(null);
  expect(part.findAll('button, a')).toHaveLength(0);
  expect(part.text()).toContain('由主办方或监督员打开');
  expect(part.text().match(/quality\.[a-z_.]+/g)).toBeNull();
  part.unmount();
});
