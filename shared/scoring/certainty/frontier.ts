import type { Rational } from '../numbers/rational.ts';
import { compare, divide } from '../numbers/rational.ts';
import type { MovableSheet } from './movable-sheet.ts';

/** The best that can be reached with so many units: the entry and its value. */
export interface Reach {
  readonly entry: number;
  readonly value: Rational;
}

/**
 * For 0, 1, 2 … units the lowest value that a judge can push one of the entries down to (or the highest up to), by
 * moving the total of one sheet by at most that many units. Grows on demand.
 */
export function frontier(
  start: Reach,
  sheets: readonly MovableSheet[],
  unit: Rational,
  direction: 'down' | 'up',
): { readonly limit: number; reach(units: number): Reach } {
  const better = (a: Rational, b: Rational): boolean =>
    direction === 'down' ? compare(a, b) < 0 : compare(a, b) > 0;
  const strides = sheets.map((sheet) => {
    const { n, d } = divide(sheet.step, unit);
    const stride = Number(n / d);
    return { sheet, stride, most: Number(sheet.room[direction]) };
  });
  const known: Reach[] = [start];
  const extend = (last: Reach, units: number): Reach => {
    let best = last;
    for (const { sheet, stride, most } of strides) {
      const steps = units / stride;
      if (!Number.isInteger(steps) || steps > most) continue;
      const value = sheet.valueAfter(direction === 'down' ? -steps : steps);
      if (value !== null && better(value, best.value)) best = { entry: sheet.entry, value };
    }
    return best;
  };
  return {
    limit: Math.max(0, ...strides.map(({ stride, most }) => stride * most)),
    reach(units) {
      let last = known[known.length - 1] ?? start;
      while (known.length <= units) {
        last = extend(last, known.length);
        known.push(last);
      }
      return known[units] ?? start;
    },
  };
}
