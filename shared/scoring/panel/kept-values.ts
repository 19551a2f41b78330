import type { Copies } from '../entry/types.ts';
import { integerAt } from '../numbers/column.ts';
import type { Trim } from '../scorebook/types.ts';
import type { SortedValues } from './sorted-values.ts';

/** The trim, where there are values enough for it. */
export function trimOf(trim: Trim | null, count: number): Trim | null {
  return trim !== null && count >= trim.min_valid ? trim : null;
}

/** Sum and number of an entry's values: `add` takes them all, each as often as its judge counts, `drop` trims. */
export class KeptValues {
  sum = 0;
  count = 0;
  readonly #values: SortedValues;
  readonly #trim: Trim | null;

  constructor(values: SortedValues, trim: Trim | null) {
    this.#values = values;
    this.#trim = trim;
  }

  add(entry: number, copies: Copies): void {
    const { first, value, judge } = this.#values;
    const begin = integerAt(first, entry);
    const end = integerAt(first, entry + 1);
    let sum = 0;
    let count = end - begin;
    if (copies === null) for (let at = begin; at < end; at += 1) sum += integerAt(value, at);
    else {
      count = 0;
      for (let at = begin; at < end; at += 1) {
        const times = copies[judge[at] ?? 0] ?? 0;
        sum += integerAt(value, at) * times;
        count += times;
      }
    }
    this.sum = sum;
    this.count = count;
  }

  drop(entry: number, copies: Copies): void {
    const trim = trimOf(this.#trim, this.count);
    if (trim === null) return;
    this.#dropFrom(integerAt(this.#values.first, entry), 1, trim.low, copies);
    this.#dropFrom(integerAt(this.#values.first, entry + 1) - 1, -1, trim.high, copies);
  }

  #dropFrom(from: number, step: 1 | -1, dropped: number, copies: Copies): void {
    const { value, judge } = this.#values;
    this.count -= dropped;
    for (let at = from, left = dropped; left > 0; at += step) {
      const times = copies === null ? 1 : Math.min(left, copies[integerAt(judge, at)] ?? 0);
      this.sum -= integerAt(value, at) * times;
      left -= times;
    }
  }
}
