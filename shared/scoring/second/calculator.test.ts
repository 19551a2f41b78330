import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankTable } from '../ranking/rank.ts';
import { formatExact } from '../numbers/format.ts';
import { parseScorebook } from '../scorebook/parse.ts';
import type { ScorebookFile } from '../scorebook/types.ts';
import { buildTable } from '../table/build.ts';
import type { SecondResult } from './calculator.ts';
import { secondResult } from './calculator.ts';
import { randomScorebook } from './random-scorebook.ts';

function firstResult(book: ScorebookFile): SecondResult[] {
  const parsed = parseScorebook(book);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const table = buildTable(parsed.scorebook);
  const { outcomes, ranks } = rankTable(table);
  return outcomes.map(({ entry, value, valid }) => ({
    id: table.entries[entry]?.id ?? '',
    rank: ranks[entry] ?? null,
    score: value && formatExact(value),
    valid,
  }));
}

test('random rules and tables, both calculators → the same scores and ranks', () => {
  fc.assert(
    fc.property(randomScorebook, (book) => {
      expect(firstResult(book)).toEqual(secondResult(book));
    }),
    { numRuns: 5000 },
  );
}, 300_000);
