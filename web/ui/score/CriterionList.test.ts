import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import CriterionList from './CriterionList.vue';
import type { ListedCriterion } from './CriterionList.vue';

const item = (id: string, more: Partial<ListedCriterion> = {}): ListedCriterion => ({
  id,
  name: `criterion ${id}`,
  max: '10',
  mark: null,
  ...more,
});
const open = (criteria: readonly ListedCriterion[]) =>
  mount(CriterionList, { props: { criteria, current: 'a', emptyLabel: 'empty' } });

test('headings → over the criteria where they begin, nowhere else', () => {
  const list = open([item('a', { group: 'needs' }), item('b', { group: '' }), item('c', { group: 'work' })]);
  const heads = list
    .findAll('li')
    .map((row) => (row.find('small').exists() ? row.get('small').text() : null));
  expect(heads).toEqual(['needs', null, 'work']);
});

test('up to six criteria → high rows; seven → lower ones', () => {
  const of = (count: number) => open(Array.from({ length: count }, (_, i) => item(`c${i}`)));
  expect([of(6), of(7)].map((list) => list.get('ol').classes('crits--many'))).toEqual([false, true]);
});
