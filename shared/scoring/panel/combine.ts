import type { Column } from '../numbers/column.ts';
import { integerAt, sumOf } from '../numbers/column.ts';
import type { Rational } from '../numbers/rational.ts';
import type { Combination } from '../scorebook/types.ts';

/** The mean, median or sum of the values at `indices`, of which there is at least one. */
export function combine(column: Column, indices: readonly number[], by: Combination): Rational {
  const summed = by === 'median' ? middle(column, indices) : indices;
  const { n, d } = sumOf(column, summed);
  return by === 'sum' ? { n, d } : { n, d: d * BigInt(summed.length) };
}

/** The one or two values in the middle; their mean is the median. */
export function middle({ integers }: Column, indices: readonly number[]): number[] {
  const value = (index: number): number | bigint => integerAt<number | bigint>(integers, index);
  const sorted = [...indices].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
  return sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
}
