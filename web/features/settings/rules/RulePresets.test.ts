import type { VueWrapper } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { mountWithDraft } from '../mount-with-draft.ts';
import RulesTab from '../tabs/RulesTab.vue';

let page: VueWrapper;
afterEach(() => page.unmount());

const button = (name: string) => page.findAll('button').find((one) => one.text() === name);
const choose = (id: string) => page.get(`input[value="${id}"]`).setValue();

test('a preset → its source, sentence and example are shown, nothing is changed before it is taken over', async () => {
  const opened = await mountWithDraft(RulesTab);
  page = opened.page;
  const before = JSON.stringify(opened.draft.box.settings.scoring);
  await choose('components');
  const preview = page.get('section[aria-label^="逐项去掉最高最低"]').text();
  expect(preview).toContain('来源：国际滑冰联盟');
  expect(preview).toContain('逐项计分，有效评委不少于 3 位时，去掉 1 个最高分和 1 个最低分后取平均');
  expect(preview).toContain('有效 6 位');
  expect(JSON.stringify(opened.draft.box.settings.scoring)).toBe(before);
});

test('taken over, then taken back → the rules of before', async () => {
  const opened = await mountWithDraft(RulesTab);
  page = opened.page;
  const before = JSON.stringify(opened.draft.box.settings.scoring);
  await choose('components');
  await button('选用这套规则')?.trigger('click');
  expect(opened.draft.box.settings.scoring.unit).toBe('criterion');
  expect(page.get('.rule').text()).toContain('逐项计分');
  await button('撤销，回到原来的规则')?.trigger('click');
  expect(JSON.stringify(opened.draft.box.settings.scoring)).toBe(before);
  expect(button('撤销，回到原来的规则')).toBeUndefined();
});

test('a preset of several stages → why it cannot be chosen, and the rules for gongping rank', async () => {
  ({ page } = await mountWithDraft(RulesTab));
  await choose('stages');
  expect(page.text()).toContain('本版只有一轮现场评审');
  expect(page.get('pre').text()).toContain('"weight": "0.25"');
  expect(button('选用这套规则')).toBeUndefined();
});

test('weights of parties → a row each, in the sentence by name; off again → the rules of before', async () => {
  const opened = await mountWithDraft(RulesTab, (settings) => {
    settings.parties.push({ id: 'community', name: '试点社区', seats: 5 });
    settings.scoring.trim = { high: 1, low: 1, min_valid: 5 };
  });
  page = opened.page;
  const { draft } = opened;
  const before = JSON.stringify(draft.box.settings.scoring);
  const toggle = page.findAll('label.check').find((label) => label.text().startsWith('按评委来源加权'));
  await toggle?.get('input').setValue(true);
  const weights = page.findAll('label').filter((label) => label.text().includes('席）的权重'));
  expect(weights.map((label) => label.text())).toEqual(['实务专家（7 席）的权重', '试点社区（5 席）的权重']);
  await page.get(`#${weights[0]?.attributes('for') ?? ''}`).setValue('2.5');
  expect(draft.box.settings.scoring.parties).toEqual([
    { id: 'expert', weight: '2.5' },
    { id: 'community', weight: '1' },
  ]);
  expect(draft.box.settings.scoring.trim?.within).toBe('panel');
  expect(page.get('.rule').text()).toContain('再按评委来源加权（实务专家 2.5、试点社区 1）');
  await toggle?.get('input').setValue(false);
  expect(JSON.stringify(draft.box.settings.scoring)).toBe(before);
});
