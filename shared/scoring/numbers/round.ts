import type { Rational } from './rational.ts';

/** `half_up` takes halves away from zero (四舍五入), `half_even` to the even neighbour (GB/T 8170). */
export const ROUNDING_MODES = ['half_up', 'half_even', 'down', 'up'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** x rounded to `dp` decimal places, as a fraction over 10^dp. `down` is towards zero, `up` away from it. */
export function round(x: Rational, dp: number, mode: RoundingMode): Rational {
  const scale = 10n ** BigInt(dp);
  return { n: roundedQuotient(x.n * scale, x.d, mode), d: scale };
}

function roundedQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const magnitude = n < 0n ? -n : n;
  const quotient = magnitude / d;
  const remainder = magnitude % d;
  const rounded = remainder !== 0n && awayFromZero(quotient, remainder, d, mode) ? quotient + 1n : quotient;
  return n < 0n ? -rounded : rounded;
}

function awayFromZero(quotient: bigint, remainder: bigint, d: bigint, mode: RoundingMode): boolean {
  if (mode === 'down' || mode === 'up') return mode === 'up';
  if (remainder * 2n !== d) return remainder * 2n > d;
  return mode === 'half_up' || quotient % 2n === 1n;
}
