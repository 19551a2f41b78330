import { exact } from '../numbers/decimal.ts';
import { formatExact } from '../numbers/format.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare, subtract } from '../numbers/rational.ts';
import { round } from '../numbers/round.ts';

/** A stored number as the table shows it. */
export type ShownNumber = {
  /** A canonical decimal. */
  readonly text: string;
  /** More was stored than is shown. */
  readonly shortened: boolean;
};

/** Table programs keep and show no more than 15 digits of a double. */
const DIGITS = 15;
/** With no format of its own: decimals that people type, and how near a stored number must be to one of them. */
const TYPED_PLACES = 4;
const MOST_PLACES = 6;
const NEAR: Rational = { n: 1n, d: 1_000_000n };

/**
 * The decimal that a cell shows for a stored double: with a format of fixed decimals (`0.00`) rounded to them, half
 * up; else the number itself, or the decimal of up to four places that it misses by at most a millionth (18.4999999
 * is 18.5). Null where a number without format has more than six decimals: nobody typed that.
 */
export function shownNumber(value: number, format: string): ShownNumber | null {
  const stored = storedDecimal(value);
  if (stored === null) return null;
  const places = fixedPlaces(format);
  if (places !== null) return shown(round(stored, places, 'half_up'), stored);
  const typed = round(stored, TYPED_PLACES, 'half_up');
  const away = subtract(stored, typed);
  const near = compare(away.n < 0n ? { n: -away.n, d: away.d } : away, NEAR) <= 0;
  if (near) return shown(typed, stored);
  return compare(round(stored, MOST_PLACES, 'half_up'), stored) === 0 ? shown(stored, stored) : null;
}

/** The decimals of the number that a format shows (`0.0%`: three); null where it does not fix them (`General`, text, dates). */
export function fixedPlaces(format: string): number | null {
  const match = /^[#0?,]*[#0?](?:\.([#0?]+))?%?$/.exec(plainFormat(format));
  if (match === null) return null;
  const [whole, places = ''] = match;
  return places.length + (whole.endsWith('%') ? 2 : 0);
}

/** The section for positive numbers without colours, quoted text, escaped signs and room for signs. */
function plainFormat(format: string): string {
  const [positive = ''] = format.split(';');
  return positive.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|\s/gu, '');
}

function shown(value: Rational, stored: Rational): ShownNumber {
  return { text: formatExact(value), shortened: compare(value, stored) !== 0 };
}

function storedDecimal(value: number): Rational | null {
  if (!Number.isFinite(value)) return null;
  const [mantissa = '', exponent = '0'] = value.toExponential(DIGITS - 1).split('e');
  const power = Number(exponent);
  const { n, d } = exact(mantissa);
  return power < 0 ? { n, d: d * 10n ** BigInt(-power) } : { n: n * 10n ** BigInt(power), d };
}
