import type { Decimal } from '../numbers/decimal.ts';
import { parseDecimal } from '../numbers/decimal.ts';
import type { Reader } from './reader.ts';

/** More places than any figure carries; a longer number is a mistake in the file. */
export const MOST_PLACES = 60;

const MOST_CHARACTERS = 120;

/** How JavaScript writes a finite number. */
const NUMBER = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;
const WHOLE = /^-?\d{1,15}(?:\.0*)?$/;

/**
 * A decimal string, or a JSON number taken as the shortest decimal that names it. Null: it is neither, or has more
 * than `MOST_PLACES` places.
 */
export function readDecimal(value: unknown): Decimal | null {
  if (typeof value === 'number') return decimalOfNumber(value);
  if (typeof value !== 'string' || value.length > MOST_CHARACTERS) return null;
  const decimal = parseDecimal(value);
  return decimal !== null && decimal.places <= MOST_PLACES ? decimal : null;
}

function decimalOfNumber(value: number): Decimal | null {
  const match = NUMBER.exec(String(value));
  if (match === null) return null;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const places = fraction.length - Number(exponent);
  if (Math.abs(places) > MOST_PLACES) return null;
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** A whole number as a JSON number or a decimal string; null where absent or faulty. */
export function readWhole(
  reader: Reader,
  value: unknown,
  path: string,
  min: number,
  max?: number,
): number | null {
  const plain = typeof value === 'string' && WHOLE.test(value) ? Number(value) : value;
  return reader.integer(plain, path, min, max);
}
