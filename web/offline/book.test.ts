import { expect, test } from 'vitest';
import type { JudgingBook } from '../../shared/contract/judging.ts';
import type { Criterion } from '../../shared/contract/settings.ts';
import { criteriaOf } from './book.ts';

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
