import { itemAt } from '../item.ts';
import type { Rational } from './rational.ts';

/**
 * Many exact values of one unit: value i is `integers[i]` / `scale`. The integers stand in a Float64Array where
 * every sum over the column is certain to be a safe integer (doubles are exact there), else in bigints. `<` and
 * `===` mean the same on both, so only `sumOf` and `columnOf` know the difference.
 */
export interface Column {
  readonly scale: bigint;
  readonly integers: Float64Array | readonly bigint[];
}

/** A column from bigints. `terms`: the most values that are ever added up; it decides the storage. */
export function columnOf(integers: readonly bigint[], scale: bigint, terms: number): Column {
  const largest = integers.reduce((most, x) => (x > most ? x : -x > most ? -x : most), 0n);
  return { scale, integers: sumsAreSafe(largest, terms) ? Float64Array.from(integers, Number) : integers };
}

/** Whether adding `terms` integers of at most `largest` in magnitude stays exact in doubles. */
export function sumsAreSafe(largest: bigint, terms: number): boolean {
  return largest * BigInt(Math.max(terms, 1)) <= BigInt(Number.MAX_SAFE_INTEGER);
}

/** The exact sum of the values at `indices`. */
export function sumOf({ integers, scale }: Column, indices: readonly number[]): Rational {
  if (integers instanceof Float64Array) {
    let total = 0;
    for (const index of indices) total += itemAt(integers, index);
    return { n: BigInt(total), d: scale };
  }
  let total = 0n;
  for (const index of indices) total += itemAt(integers, index);
  return { n: total, d: scale };
}

/** The exact value at `index`. */
export function valueAt({ integers, scale }: Column, index: number): Rational {
  return { n: BigInt(itemAt<number | bigint>(integers, index)), d: scale };
}
