import { expect, test } from 'vitest';
import type { JudgingBook } from '../../shared/contract/judging.ts';
import type { Criterion } from '../../shared/contract/settings.ts';
import { criteriaOf, firstBook, sheetOf } from './book.ts';
import { blankBook } from './testing.ts';

const criterion = (id: string, track?: string): Criterion => ({
  id,
  name: id,
  min: '0',
  max: '10',
  step: '1',
  guidance: [],
  levels: [],
  ...(track === undefined ? {} : { track }),
});
const defense = (proposal: string, track?: string) => ({
  proposal,
  order: 1,
  session: 'am',
  title: proposal,
  applicantName: '',
  withdrawn: false,
  ...(track === undefined ? {} : { track }),
});
const book = (...defenses: JudgingBook['defenses']) => ({
  criteria: [criterion('a'), criterion('b', 'k1'), criterion('c', 'k2')],
  defenses,
});

test.each([
  ['a project of a category → its own criteria and those for all', defense('p1', 'k2'), ['a', 'c']],
  ['a project of a book kept before there were categories → those for all', defense('p1'), ['a']],
])('%s', (_, one, ids) => {
  expect(criteriaOf(book(one), 'p1').map(({ id }) => id)).toEqual(ids);
});

test('no book yet → none', () => {
  expect(criteriaOf(null, 'p1')).toEqual([]);
});

test('a judge this device has never had a book of → everything to score with, their recusals closed; a stranger → none', () => {
  const entry = { judge: 'j1', name: '实务专家甲', seat: 3, salt: '', verifier: '', recused: ['p2'] };
  const blank = blankBook(defense('p1'), defense('p2'));
  const seat = { competition: 'c1', shortName: '', mark: '', seat: null, roster: [entry], book: blank };
  const first = firstBook(seat, 'j1');
  expect(first).toMatchObject({ ...blank, judge: { id: 'j1', name: '实务专家甲', seat: 3 } });
  expect(['p1', 'p2'].map((id) => first && sheetOf(first, id).status)).toEqual(['none', 'recused']);
  expect(firstBook(seat, 'j2')).toBeNull();
});
