import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../result.ts';
import type { ScorebookFile } from '../scorebook/types.ts';
import { checked } from '../testing/fixtures.ts';
import type { SecondResult } from './calculator.ts';
import { secondResult } from './calculator.ts';
import { randomScorebook } from './random-scorebook.ts';

function firstResult(book: ScorebookFile): SecondResult[] {
  const { entries } = rankScorebook(checked(book), sha256);
  return entries
    .map(({ id, rank, score, valid }) => ({ id, rank, score, valid }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

test('random rules and tables, both calculators → the same scores and ranks', () => {
  fc.assert(
    fc.property(randomScorebook, (book) => {
      expect(firstResult(book)).toEqual(secondResult(book));
    }),
    { numRuns: 3000 },
  );
}, 300_000);
