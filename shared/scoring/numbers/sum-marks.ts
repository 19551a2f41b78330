import { exact } from './decimal.ts';
import { formatExact } from './format.ts';
import { compare, sum } from './rational.ts';

/**
 * The exact total of marks given as decimal strings, as the pad shows it while a judge scores: `["18.5", "0.5"]`
 * → `"19"`; an empty list is `"0"`. Throws `RangeError` for text that is not a decimal.
 */
export function sumMarks(marks: readonly string[]): string {
  return formatExact(sum(marks.map(exact)));
}

/** Negative, 0 or positive as the first decimal string is less than, equal to or greater than the second. */
export const compareMarks = (a: string, b: string): number => compare(exact(a), exact(b));
