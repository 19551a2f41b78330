import { roundedQuotient } from '../numbers/quotients.ts';
import type { RoundingMode } from '../numbers/round.ts';
import type { RoundingPlace, Trim } from '../scorebook/types.ts';
import type { Method } from './panel-value.ts';

/** No more places than this: beyond, no number is left for which doubles are exact. */
const MOST_PLACES = 9;

/**
 * A way from values to one value that comes down to their sum and number: mean or sum of one panel, then roundings.
 * Most rules are of this kind, and for them everything can be done in safe integers.
 */
export class PlainRule {
  readonly trim: Trim | null;
  readonly #isMean: boolean;
  readonly #roundings: readonly { readonly factor: number; readonly mode: RoundingMode }[];

  private constructor(method: Method, places: readonly RoundingPlace[]) {
    this.trim = method.trim;
    this.#isMean = method.combine === 'mean';
    this.#roundings = places.flatMap((place) => {
      const rounding = method.round[place];
      return rounding === undefined ? [] : [{ factor: 10 ** rounding.dp, mode: rounding.mode }];
    });
  }

  /** The rule that rounds at those of `places` where the method rounds; null if it is not of this kind. */
  static of(method: Method, places: readonly RoundingPlace[]): PlainRule | null {
    if (method.parties !== null || method.combine === 'median') return null;
    const fine = places.some((place) => (method.round[place]?.dp ?? 0) > MOST_PLACES);
    return fine ? null : new PlainRule(method, places);
  }

  /** Whether `terms` values of at most `largest` / `unit` stay safe integers on the whole way and when compared. */
  isSafe(largest: bigint, unit: bigint, terms: number): boolean {
    const most = BigInt(Math.max(1, terms));
    let numerator = largest * most;
    let denominator = this.#isMean ? unit * most : unit;
    for (const { factor } of this.#roundings) {
      numerator = numerator * BigInt(factor) + 1n;
      if (2n * numerator > SAFE || 2n * denominator > SAFE) return false;
      denominator = BigInt(factor);
    }
    return numerator * denominator <= SAFE;
  }

  /** The value of `count` values that add up to `sum` / `unit`, times its denominator. */
  numerator(sum: number, count: number, unit: number): number {
    let n = sum;
    let d = this.#isMean ? unit * count : unit;
    for (const { factor, mode } of this.#roundings) {
      n = roundedQuotient(n * factor, d, mode);
      d = factor;
    }
    return n;
  }

  denominator(count: number, unit: number): number {
    const last = this.#roundings[this.#roundings.length - 1];
    if (last !== undefined) return last.factor;
    return this.#isMean ? unit * count : unit;
  }
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
