import { exact } from './decimal.ts';
import type { Rational } from './rational.ts';
import { reduce } from './rational.ts';
import { round } from './round.ts';

/**
 * The canonical text of an exact value: a decimal without exponent and without trailing zeros where the value
 * has one (`83.5`), else the fraction in lowest terms (`2167/26`).
 */
export function formatExact(x: Rational): string {
  const { n, d } = reduce(x);
  const places = decimalPlaces(d);
  if (places === null) return `${n}/${d}`;
  return decimalText((n * 10n ** BigInt(places)) / d, places);
}

/** The decimal places that 1/d needs, or null if it has no finite decimal. d is in lowest terms. */
function decimalPlaces(d: bigint): number | null {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function decimalText(digits: bigint, places: number): string {
  if (places === 0) return String(digits);
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`;
}

/**
 * A canonical text (decimal or `n/d`) with exactly `dp` decimals, half up, as a table prints it: `83.5` → `83.50`.
 * For display alone; ranks compare the exact value. Throws `RangeError` for other text.
 */
export function formatFixed(text: string, dp: number): string {
  return decimalText(round(exact(text), dp, 'half_up').n, dp);
}

/** Places that every pocket calculator shows of a quotient below a thousand. */
const CALCULATOR_PLACES = 6;

/**
 * A canonical text as a pocket calculator shows it: a decimal stands, a fraction is cut off after six places, which
 * an ellipsis says: `1957/22` → `88.954545…`. For display alone. Throws `RangeError` for other text.
 */
export function calculatorText(text: string): string {
  if (!text.includes('/')) return text;
  return `${decimalText(round(exact(text), CALCULATOR_PLACES, 'down').n, CALCULATOR_PLACES)}…`;
}
