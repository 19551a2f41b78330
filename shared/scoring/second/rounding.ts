import type { Rounding, RoundingPlace } from '../scorebook/types.ts';
import { Fraction } from './fraction.ts';

/** Rounds by comparing the distances to the multiple of 10^-dp below and the one above. */
export function rounded(x: Fraction, dp: number, mode: Rounding['mode']): Fraction {
  const scale = new Fraction(10n ** BigInt(dp));
  const scaled = x.times(scale);
  let floor = scaled.top / scaled.bottom;
  if (scaled.top < 0n && floor * scaled.bottom !== scaled.top) floor -= 1n;
  const below = new Fraction(floor);
  if (below.against(scaled) === 0) return x;
  const above = new Fraction(floor + 1n);
  const [inner, outer] = floor >= 0n ? [below, above] : [above, below];
  return pick(scaled, inner, outer, mode).over(scale);
}

function pick(x: Fraction, inner: Fraction, outer: Fraction, mode: Rounding['mode']): Fraction {
  if (mode === 'down') return inner;
  if (mode === 'up') return outer;
  const distance = (to: Fraction): Fraction => (x.against(to) < 0 ? to.minus(x) : x.minus(to));
  const nearer = distance(inner).against(distance(outer));
  if (nearer !== 0) return nearer < 0 ? inner : outer;
  return mode === 'half_up' || inner.top % 2n !== 0n ? outer : inner;
}

export type Round = (x: Fraction, at: RoundingPlace) => Fraction;

export function rounder(roundings: readonly Rounding[]): Round {
  return (x, at) => roundings.filter((r) => r.at === at).reduce((y, { dp, mode }) => rounded(y, dp, mode), x);
}
