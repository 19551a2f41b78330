import type { Cells } from '../table/cells.ts';
import type { JudgedStage } from '../table/types.ts';
import { integerAt } from '../numbers/column.ts';
import type { Trim } from '../scorebook/types.ts';
import { trimOf } from './kept-values.ts';

/** Whether a trim drops at most one value at each end, so that the extremes alone need to be known. */
export const dropsOneAtMost = (trim: Trim | null): boolean =>
  trim === null || (trim.high <= 1 && trim.low <= 1);

/**
 * Sum and number of an entry's values, every judge counted once, in one pass over the file's own order: for a single
 * ranking nothing has to be sorted. `drop` takes off one highest and one lowest at most.
 */
export class ScannedValues {
  sum = 0;
  count = 0;
  #least = 0;
  #most = 0;
  readonly #stage: JudgedStage;
  readonly #perRow: number;
  readonly #integers: Float64Array;
  readonly #criterion: number | null;
  readonly #trim: Trim | null;

  constructor(
    stage: JudgedStage,
    { perRow }: Cells,
    integers: Float64Array,
    criterion: number | null,
    trim: Trim | null,
  ) {
    this.#stage = stage;
    this.#perRow = perRow;
    this.#integers = integers;
    this.#criterion = criterion;
    this.#trim = trim;
  }

  add(entry: number): void {
    const { firstRow, valid, given } = this.#stage;
    const [perRow, integers, criterion] = [this.#perRow, this.#integers, this.#criterion];
    const end = firstRow[entry + 1] ?? 0;
    let sum = 0;
    let count = 0;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let row = firstRow[entry] ?? 0; row < end; row += 1) {
      const cell = row * perRow + (criterion ?? 0);
      if (valid[row] !== 1 || (criterion !== null && given[cell] !== 1)) continue;
      const value = integerAt(integers, cell);
      sum += value;
      count += 1;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    this.sum = sum;
    this.count = count;
    this.#least = least;
    this.#most = most;
  }

  drop(): void {
    const trim = trimOf(this.#trim, this.count);
    if (trim === null) return;
    if (trim.low === 1) this.sum -= this.#least;
    if (trim.high === 1) this.sum -= this.#most;
    this.count -= trim.low + trim.high;
  }
}
