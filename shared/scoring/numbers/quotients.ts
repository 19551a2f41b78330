import { integerAt } from './column.ts';
import type { Rational } from './rational.ts';
import type { RoundingMode } from './round.ts';

/**
 * Exact values as quotients of safe integers, value i being `n[i]` / `d[i]`; `d[i]` is 0 where there is none. Whoever
 * makes one sees to it that every numerator times every denominator is a safe integer, so that two values can be
 * compared by cross-multiplication in doubles, which are exact there.
 */
export interface Quotients {
  readonly n: Float64Array;
  readonly d: Float64Array;
}

/** Negative if value a < value b, zero if equal, positive if a > b. Both exist. */
export function compareQuotients({ n, d }: Quotients, a: number, b: number): number {
  return integerAt(n, a) * integerAt(d, b) - integerAt(n, b) * integerAt(d, a);
}

/**
 * The indices with the greatest value first, equal ones in the order given; all of them have a value. Where the
 * denominators agree, value and position go into one number each, which a plain sort of numbers is quickest with.
 */
export function sortedQuotients(values: Quotients, indices: readonly number[]): number[] {
  const { n, d } = values;
  const size = indices.length;
  if (size === 0) return [];
  const divisor = integerAt(d, indices[0] ?? 0);
  const keys = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    const index = integerAt(indices, at);
    const key = at - integerAt(n, index) * size;
    if (integerAt(d, index) !== divisor || !Number.isSafeInteger(key))
      return [...indices].sort((a, b) => compareQuotients(values, b, a));
    keys[at] = key;
  }
  keys.sort();
  const sorted: number[] = [];
  for (const key of keys) sorted.push(integerAt(indices, key - Math.floor(key / size) * size));
  return sorted;
}

export function hasQuotient({ d }: Quotients, index: number): boolean {
  return integerAt(d, index) !== 0;
}

/** The value as a fraction; null where there is none. */
export function quotientAt({ n, d }: Quotients, index: number): Rational | null {
  const divisor = integerAt(d, index);
  return divisor === 0 ? null : { n: BigInt(integerAt(n, index)), d: BigInt(divisor) };
}

/**
 * n / d rounded to an integer, as `round` does it for safe integers with 2n and 2d safe too: `%` is exact on doubles
 * and leaves a difference that d divides.
 */
export function roundedQuotient(n: number, d: number, mode: RoundingMode): number {
  const magnitude = Math.abs(n);
  const rest = magnitude % d;
  const quotient = (magnitude - rest) / d;
  const rounded = rest !== 0 && awayFromZero(quotient, rest, d, mode) ? quotient + 1 : quotient;
  return n < 0 ? -rounded : rounded;
}

function awayFromZero(quotient: number, rest: number, d: number, mode: RoundingMode): boolean {
  if (mode === 'down' || mode === 'up') return mode === 'up';
  if (rest * 2 !== d) return rest * 2 > d;
  return mode === 'half_up' || quotient % 2 === 1;
}
