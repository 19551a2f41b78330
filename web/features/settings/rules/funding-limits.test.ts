import type { VueWrapper } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { nextTick } from 'vue';
import { settingsHints } from '../hints/settings-hints.ts';
import { mountWithDraft } from '../mount-with-draft.ts';
import MoneyTab from '../tabs/MoneyTab.vue';

let page: VueWrapper;
afterEach(() => page.unmount());

const button = (name: string) => page.findAll('button').find((one) => one.text() === name);
const field = (label: string) => {
  const found = page.findAll('label').find((one) => one.text() === label);
  return page.get(`#${found?.attributes('for') ?? ''}`);
};

test('a floor for a community → stored as the call states it, and the sentence of the call says it', async () => {
  const { draft, page: opened } = await mountWithDraft(MoneyTab);
  page = opened;
  const [community] = draft.box.settings.communities;
  await button('加一个保底')?.trigger('click');
  await field('按什么').setValue('community');
  await field('至少').setValue('2');
  await nextTick();
  expect(draft.box.settings.funding.floors).toEqual([
    { by: 'community', id: community?.id, measure: 'count', value: 2 },
  ]);
  expect(page.get('.sentence p').text()).toContain(`社区“${community?.name ?? ''}”至少2个`);
});

test('a part of the pool → begins with what is left; a sum that is not the pool keeps the call back', async () => {
  const { draft, page: opened } = await mountWithDraft(MoneyTab);
  page = opened;
  const { pool } = draft.box.settings.money;
  await button('加一个分项')?.trigger('click');
  await field('名称').setValue('福彩公益金');
  expect(draft.box.settings.funding.budgets).toMatchObject([
    { name: '福彩公益金', amount: pool, tracks: [] },
  ]);
  expect(settingsHints(draft.box.settings)).toEqual([]);
  await field('金额').setValue('1');
  await nextTick();
  expect(settingsHints(draft.box.settings).map(({ tab, level }) => `${tab} ${level}`)).toContain(
    'money fault',
  );
});
