import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officialMethod } from '../entry/method.ts';
import { entryOutcome } from '../entry/outcome.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare } from '../numbers/rational.ts';
import type { Rounding, ScorebookFile } from '../scorebook/types.ts';
import { randomCountyScorebook } from '../second/random-scorebook.ts';
import { buildTable } from '../table/build.ts';
import { checked } from '../testing/fixtures.ts';
import { panelBook } from '../testing/panel-book.ts';
import { scoreRule, scorer } from './scores.ts';
import { tieOrder, tieValue } from './tie-value.ts';

const copiesOf = fc.option(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }));

function same(a: Rational | null, b: Rational | null): void {
  expect(a === null || b === null ? a === b : compare(a, b) === 0, JSON.stringify([a, b], String)).toBe(true);
}

test('any panel of a plain rule → the quick way gives the values of the general one, ties too', () => {
  fc.assert(
    fc.property(randomCountyScorebook, copiesOf, fc.constantFrom('mean', 'sum'), (book, times, combine) => {
      const table = buildTable(checked({ ...book, rules: { ...book.rules, combine } } as ScorebookFile));
      expect(scoreRule(table)).not.toBeNull();
      const copies = times && Uint16Array.from(table.judges, (_, judge) => times[judge] ?? 1);
      const scores = scorer(table)(copies);
      const method = officialMethod(table.rules);
      for (const entry of table.entries.keys()) {
        same(scores.valueOf(entry), entryOutcome(table, entry, copies, method).value);
        for (const rule of ['untrimmed_mean', 'median', { criterion: 'c0' }] as const)
          same(tieOrder(table, rule)(copies).valueOf(entry), tieValue(table, rule, copies)(entry));
      }
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('numbers beyond the safe integers → the general way, still exact', () => {
  const round: Rounding[] = [{ at: 'mean', dp: 9, mode: 'half_up' }];
  const book = panelBook(
    [
      ['12345678.123456789', '12345678.123456788'],
      ['1', '2'],
    ],
    { round },
  );
  const scores = scorer(buildTable(checked(book)))(null);
  expect(scores.valueOf(0)).toEqual({ n: 12345678123456789n, d: 10n ** 9n });
  expect(scores.sorted([1, 0])).toEqual([0, 1]);
});

test('an adjustment, a weight, weighted parties → the general way', () => {
  const plain = panelBook([['1', '2']]);
  const adjusted = { ...plain, adjustments: [{ entry: 'p1', points: '1', reason: '示例' }] };
  const stages = [{ id: 's', weight: '0.5' }];
  const weighted = { ...plain, rules: { ...plain.rules, stages } };
  const values = [adjusted, weighted].map((book) => scorer(buildTable(checked(book)))(null).valueOf(0));
  expect(values.map((value) => value && Number(value.n) / Number(value.d))).toEqual([2.5, 0.75]);
});
