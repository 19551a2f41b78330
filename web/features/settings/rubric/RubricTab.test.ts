import type { VueWrapper } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { nextTick } from 'vue';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { loadLocale } from '../../../locales/index.ts';
import { mountWithDraft, smallCompetition } from '../mount-with-draft.ts';
import RubricTab from '../tabs/RubricTab.vue';

let page: VueWrapper;
afterEach(() => page.unmount());

const button = (name: string) => page.findAll('button').find((one) => one.text() === name);
const select = (label: string, no = 0) => {
  const found = page.findAll('label').filter((one) => one.text() === label)[no];
  return page.get(`#${found?.attributes('for') ?? ''}`);
};
const threeItems = (settings: Settings) => {
  const [one] = settings.rubric.criteria;
  if (one === undefined) throw new Error('no criterion');
  settings.rubric.criteria = ['a', 'b', 'c'].map((id) => ({ ...one, id, name: `指标${id}` }));
};

test('groups → criteria gather under them in their order, an emptied list leaves a flat rubric', async () => {
  const { draft, page: opened } = await mountWithDraft(RubricTab, threeItems);
  page = opened;
  await button('加一个类')?.trigger('click');
  await select('第 1 类的名称').setValue('需求');
  await select('归入', 2).setValue('group1');
  await nextTick();
  expect(draft.box.settings.rubric.criteria.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  await page
    .findAll('button')
    .find((one) => one.attributes('aria-label')?.includes('删除第 1 个类') ?? false)
    ?.trigger('click');
  expect(draft.box.settings.rubric.groups).toBeUndefined();
  expect(JSON.stringify(draft.box.settings.rubric)).not.toContain('group');
});

test('four level words → filled in for the full mark', async () => {
  const opened = await mountWithDraft(RubricTab, (settings) => {
    threeItems(settings);
    for (const criterion of settings.rubric.criteria)
      Object.assign(criterion, { max: '20', step: '1', levels: [] });
  });
  page = opened.page;
  await button('按满分填好优、良、中、差')?.trigger('click');
  expect(opened.draft.box.settings.rubric.criteria[0]?.levels.map(({ word, from }) => word + from)).toEqual([
    '优18',
    '良15',
    '中12',
    '差0',
  ]);
});

test('preview → the pad of a tablet, of a phone, and the sheet of paper', async () => {
  await loadLocale('judge');
  ({ page } = await mountWithDraft(RubricTab, threeItems));
  expect(page.findAll('.score.is-land .crit')).toHaveLength(3);
  await page.get('input[value="phone"]').setValue();
  expect([page.findAll('.crit').length, page.findAll('.score.is-single').length]).toEqual([0, 1]);
  await page.get('input[value="paper"]').setValue();
  expect(page.findAll('.sheet__name').map((one) => one.text())).toEqual(['指标a', '指标b', '指标c']);
});

test('after the call is published → the rubric keeps the order it was frozen with', async () => {
  const frozen = smallCompetition({ stage: 'call', publishedAt: 1 });
  const { draft, page: opened } = await mountWithDraft(RubricTab, threeItems, frozen);
  page = opened;
  expect(draft.readOnly.value).toBe(true);
  expect(page.get('fieldset').attributes()).toHaveProperty('disabled');
});
