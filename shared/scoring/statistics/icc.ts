import type { Rational } from '../numbers/rational.ts';
import { add, divide, multiply, rational, subtract } from '../numbers/rational.ts';
import { toNumber } from './to-number.ts';
import type { IccKind } from './types.ts';

/**
 * The six intraclass correlations of Shrout & Fleiss (1979), Psychological Bulletin 86(2), 420–428, from the exact
 * mean squares of an n × k table (entries × judges); null where the denominator is 0.
 */
export function intraclassCorrelations(
  rows: readonly (readonly bigint[])[],
): Readonly<Record<IccKind, number | null>> {
  const k = rational(BigInt(rows[0]?.length ?? 0));
  const n = rational(BigInt(rows.length));
  const { msr, msc, mse, msw } = meanSquares(rows);
  const within = multiply(subtract(k, rational(1n)), msw);
  const residual = multiply(subtract(k, rational(1n)), mse);
  const judges = divide(subtract(msc, mse), n);
  return {
    '1,1': ratio(subtract(msr, msw), add(msr, within)),
    '2,1': ratio(subtract(msr, mse), add(add(msr, residual), multiply(k, judges))),
    '3,1': ratio(subtract(msr, mse), add(msr, residual)),
    '1,k': ratio(subtract(msr, msw), msr),
    '2,k': ratio(subtract(msr, mse), add(msr, judges)),
    '3,k': ratio(subtract(msr, mse), msr),
  };
}

/** Mean squares between rows, between columns, residual, and within rows of a two-way table without repetition. */
export function meanSquares(
  rows: readonly (readonly bigint[])[],
): Record<'msr' | 'msc' | 'mse' | 'msw', Rational> {
  const n = BigInt(rows.length);
  const k = BigInt(rows[0]?.length ?? 0);
  const total = sum(rows.flat());
  const correction = rational(total * total, n * k);
  const columns = (rows[0] ?? []).map((_, j) => sum(rows.map((row) => row[j] ?? 0n)));
  const about = (squares: bigint, of: bigint): Rational => subtract(rational(squares, of), correction);
  const all = about(sumOfSquares(rows.flat()), 1n);
  const between = about(sumOfSquares(rows.map(sum)), k);
  const judges = about(sumOfSquares(columns), n);
  const per = (squares: Rational, freedom: bigint): Rational => divide(squares, rational(freedom));
  return {
    msr: per(between, n - 1n),
    msc: per(judges, k - 1n),
    mse: per(subtract(subtract(all, between), judges), (n - 1n) * (k - 1n)),
    msw: per(subtract(all, between), n * (k - 1n)),
  };
}

function ratio(a: Rational, b: Rational): number | null {
  return b.n === 0n ? null : toNumber(a.n * b.d, a.d * b.n);
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => a + b, 0n);
}

function sumOfSquares(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => a + b * b, 0n);
}
