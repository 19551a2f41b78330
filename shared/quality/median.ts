import { itemAt } from '../scoring/item.ts';
import type { Rational } from '../scoring/numbers/rational.ts';
import { add, divide, rational } from '../scoring/numbers/rational.ts';

/** The middle of an ascending list, the mean of the two in the middle where there are two; null if it is empty. */
export function medianOf(ascending: readonly Rational[]): Rational | null {
  const count = ascending.length;
  if (count === 0) return null;
  const upper = itemAt(ascending, Math.floor(count / 2));
  if (count % 2 === 1) return upper;
  return divide(add(itemAt(ascending, count / 2 - 1), upper), rational(2n));
}
