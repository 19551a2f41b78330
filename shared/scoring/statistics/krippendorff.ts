import { itemAt } from '../item.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, rational, ZERO } from '../numbers/rational.ts';
import { midRanks } from './mid-ranks.ts';
import { toNumber } from './to-number.ts';

/**
 * Krippendorff's alpha = 1 − observed / expected disagreement (Krippendorff 2011, Computing Krippendorff's
 * alpha-reliability), over units with at least two values. `interval` takes squared differences of the values;
 * the ordinal metric is the same on the average ranks of all pairable values, since the values that lie between two
 * categories, with half of each, are the difference of their average ranks. Null without pairs or variation.
 */
export function krippendorffAlpha(
  rows: readonly (readonly (bigint | null)[])[],
  metric: 'interval' | 'ordinal',
): number | null {
  const given = rows.map((row) => row.flatMap((value) => (value === null ? [] : [value])));
  const units = given.filter((values) => values.length > 1);
  return alpha(metric === 'interval' ? units : ranked(units));
}

/** The units with every value replaced by (twice) its average rank among all of them. */
function ranked(units: readonly (readonly bigint[])[]): bigint[][] {
  const { doubled } = midRanks(units.flat());
  let next = 0;
  return units.map((values) => values.map(() => itemAt(doubled, next++)));
}

function alpha(units: readonly (readonly bigint[])[]): number | null {
  const all = units.flat();
  const n = BigInt(all.length);
  const expected = squaredDifferences(all);
  if (expected === 0n) return null;
  const observed = units.reduce((sum: Rational, values) => {
    const pairs = rational(squaredDifferences(values), BigInt(values.length - 1));
    return add(sum, pairs);
  }, ZERO);
  const part = rational(observed.n * (n - 1n), observed.d * expected);
  return toNumber(part.d - part.n, part.d);
}

/** Σ over ordered pairs of (x − y)² = 2 (m Σ x² − (Σ x)²). */
function squaredDifferences(values: readonly bigint[]): bigint {
  const sum = values.reduce((a, b) => a + b, 0n);
  const squares = values.reduce((a, b) => a + b * b, 0n);
  return 2n * (BigInt(values.length) * squares - sum * sum);
}
