/**
 * An exact fraction n/d with d > 0. It need not be in lowest terms: sums over one denominator stay cheap, and
 * `reduce` is called where a fraction is written. Being made of bigints it cannot mix with a `number`.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** The fraction n/d. Throws `RangeError` if d is zero. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('a fraction has no zero denominator');
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

/** The same value in lowest terms. */
export function reduce(x: Rational): Rational {
  const divisor = greatestCommonDivisor(x.n, x.d);
  return divisor <= 1n ? x : { n: x.n / divisor, d: x.d / divisor };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b;
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return reduce({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Rational, b: Rational): Rational {
  if (b.n === b.d) return a;
  return reduce({ n: a.n * b.n, d: a.d * b.d });
}

/** a/b. Throws `RangeError` if b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return reduce(rational(a.n * b.d, a.d * b.n));
}

/** Negative if a < b, zero if equal, positive if a > b; by cross-multiplication, so nothing is rounded. */
export function compare(a: Rational, b: Rational): number {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}
