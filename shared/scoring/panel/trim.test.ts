import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOf } from '../numbers/column.ts';
import { exact } from '../numbers/decimal.ts';
import { compare } from '../numbers/rational.ts';
import { fixture } from '../testing/fixtures.ts';
import { panelBook } from '../testing/panel-book.ts';
import { ranking } from '../testing/brief.ts';
import { trim } from './trim.ts';

type Case = { scores: number[]; drop_each_side: number; exact: string; half_up_2: string };
const { cases } = fixture<{ cases: Case[] }>('scoring/trimmed-mean.json');

test.each(cases)('$scores without $drop_each_side on each side → $exact, rounded $half_up_2', (one) => {
  const { drop_each_side: side, scores } = one;
  const rules = { trim: { high: side, low: side, min_valid: 2 * side + 1 } };
  const rounded = { ...rules, round: [{ at: 'mean' as const, dp: 2, mode: 'half_up' as const }] };
  const score = (some: object): string => ranking(panelBook([scores.map(String)], some))[0]?.[2] ?? '';
  expect(compare(exact(score(rules)), exact(one.exact))).toBe(0);
  expect(compare(exact(score(rounded)), exact(one.half_up_2))).toBe(0);
});

test('several equal extremes → one of each side goes, not all', () => {
  const column = columnOf([5n, 9n, 9n, 5n, 7n], 1n, 5);
  const rule = { high: 1, low: 1, min_valid: 3 };
  expect(trim(column, [0, 1, 2, 3, 4], rule)).toEqual({
    valid: 5,
    applied: true,
    high: [2],
    low: [0],
    kept: [1, 3, 4],
  });
});

test('fewer than min_valid values → nothing goes', () => {
  const column = columnOf([1n, 2n, 3n], 1n, 3);
  const { applied, kept } = trim(column, [0, 1, 2], { high: 1, low: 1, min_valid: 4 });
  expect({ applied, kept }).toEqual({ applied: false, kept: [0, 1, 2] });
});

test('any values → as many go as the rule says, none of the rest lies outside what was dropped', () => {
  const values = fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(values, fc.nat(2), fc.nat(2), (all, high, low) => {
      const column = columnOf(all, 1n, all.length);
      const indices = all.map((_, index) => index);
      const trimmed = trim(column, indices, { high, low, min_valid: high + low + 1 });
      expect([trimmed.high.length, trimmed.low.length]).toEqual([high, low]);
      expect([...trimmed.high, ...trimmed.low, ...trimmed.kept].sort((a, b) => a - b)).toEqual(indices);
      const value = (index: number): bigint => all[index] ?? -1n;
      for (const kept of trimmed.kept) {
        for (const dropped of trimmed.high) expect(value(dropped) >= value(kept)).toBe(true);
        for (const dropped of trimmed.low) expect(value(dropped) <= value(kept)).toBe(true);
      }
    }),
  );
});
