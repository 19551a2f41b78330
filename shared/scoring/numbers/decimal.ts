import type { Rational } from './rational.ts';
import { greatestCommonDivisor } from './rational.ts';

/** Plain notation: no plus sign, no exponent, no leading zeros. Trailing zeros are allowed (`6.0`). */
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const FRACTION = /^(-?(?:0|[1-9]\d*))\/([1-9]\d*)$/;

/** A decimal as digits and places: `digits` / 10^`places`. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** Reads a decimal string such as `18.5`; null if it is not one. No step passes through a `number`. */
export function parseDecimal(text: string): Decimal | null {
  if (!DECIMAL.test(text)) return null;
  const point = text.indexOf('.');
  if (point < 0) return { digits: BigInt(text), places: 0 };
  return { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
}

/** As `parseDecimal`, for text that was checked before. Throws `RangeError` for anything else. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** Reads a decimal string as a fraction in lowest terms; null if it is not one. */
export function parseExactDecimal(text: string): Rational | null {
  const value = parseDecimal(text);
  if (value === null) return null;
  const d = 10n ** BigInt(value.places);
  const common = greatestCommonDivisor(value.digits, d);
  return { n: value.digits / common, d: d / common };
}

/** Reads a factor or weight, a decimal or `n/d` with d > 0, in lowest terms; null if it is neither. */
export function parseRatio(text: string): Rational | null {
  const match = FRACTION.exec(text);
  if (!match) return parseExactDecimal(text);
  const [, n = '', d = ''] = match;
  const common = greatestCommonDivisor(BigInt(n), BigInt(d));
  return { n: BigInt(n) / common, d: BigInt(d) / common };
}

/** As `parseRatio`, for text that was checked before. Throws `RangeError` for anything else. */
export function exact(text: string): Rational {
  const value = parseRatio(text);
  if (value === null) throw new RangeError(`not a decimal or a fraction: ${text}`);
  return value;
}
