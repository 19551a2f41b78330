import type { Rational } from './rational.ts';

/**
 * Many exact values of one unit: value i is `integers[i]` / `scale`. The integers stand in a Float64Array where
 * every sum over the column is certain to be a safe integer (doubles are exact there), else in bigints. `<` and
 * `===` mean the same on both, so only `sumOf` and `columnOf` know the difference.
 */
export interface Column {
  readonly scale: bigint;
  readonly integers: Float64Array | readonly bigint[];
  /** No integer is greater in magnitude. */
  readonly largest: bigint;
}

/** A column from bigints. `terms`: the most values that are ever added up; it decides the storage. */
export function columnOf(integers: readonly bigint[], scale: bigint, terms: number): Column {
  const largest = integers.reduce((most, x) => (x > most ? x : -x > most ? -x : most), 0n);
  const safe = sumsAreSafe(largest, terms);
  return { scale, integers: safe ? Float64Array.from(integers, Number) : integers, largest };
}

/** Whether adding `terms` integers of at most `largest` in magnitude stays exact in doubles. */
export function sumsAreSafe(largest: bigint, terms: number): boolean {
  return largest * BigInt(Math.max(terms, 1)) <= BigInt(Number.MAX_SAFE_INTEGER);
}

/**
 * The integer at an index. Ranking spends its time here; a function of its own, rather than the `itemAt` of all
 * kinds of lists, lets the engine see that a column is a Float64Array.
 */
export function integerAt<T extends number | bigint>(integers: ArrayLike<T>, index: number): T {
  const integer = integers[index];
  if (integer === undefined) throw new RangeError(`no value ${index} in a column of ${integers.length}`);
  return integer;
}

/** The exact sum of the values at `indices`. */
export function sumOf({ integers, scale }: Column, indices: readonly number[]): Rational {
  if (integers instanceof Float64Array) {
    let total = 0;
    for (const index of indices) total += integerAt(integers, index);
    return { n: BigInt(total), d: scale };
  }
  let total = 0n;
  for (const index of indices) total += integerAt(integers, index);
  return { n: total, d: scale };
}

/** The exact value at `index`. */
export function valueAt({ integers, scale }: Column, index: number): Rational {
  return { n: BigInt(integerAt<number | bigint>(integers, index)), d: scale };
}
