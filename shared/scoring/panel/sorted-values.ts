import { integerAt } from '../numbers/column.ts';
import type { Cells } from '../table/cells.ts';
import type { JudgedStage } from '../table/types.ts';

/** The valid values of every entry with their judges, ascending within an entry, in one run of memory. */
export interface SortedValues {
  /** The values of entry e are `first[e]` up to, not including, `first[e + 1]`. */
  readonly first: Int32Array;
  readonly value: Float64Array;
  readonly judge: Int32Array;
}

/** Sorts the sheet totals of a stage, or the marks of one criterion (an index), for a panel to trim from both ends. */
export function sortedValues(
  { firstRow, judge, valid, given }: JudgedStage,
  { perRow }: Cells,
  integers: Float64Array,
  criterion: number | null,
): SortedValues {
  const sorted = {
    first: new Int32Array(firstRow.length),
    value: new Float64Array(judge.length),
    judge: new Int32Array(judge.length),
  };
  let count = 0;
  for (let entry = 0; entry + 1 < firstRow.length; entry += 1) {
    const begin = count;
    const end = firstRow[entry + 1] ?? 0;
    for (let row = firstRow[entry] ?? 0; row < end; row += 1) {
      const cell = row * perRow + (criterion ?? 0);
      if (valid[row] !== 1 || (criterion !== null && given[cell] !== 1)) continue;
      insert(sorted, begin, count, integerAt(integers, cell), judge[row] ?? 0);
      count += 1;
    }
    sorted.first[entry + 1] = count;
  }
  return sorted;
}

/** Puts a value in its place among those from `begin` to `end`. */
function insert({ value, judge }: SortedValues, begin: number, end: number, one: number, by: number): void {
  let at = end;
  for (; at > begin && integerAt(value, at - 1) > one; at -= 1) {
    value[at] = integerAt(value, at - 1);
    judge[at] = judge[at - 1] ?? 0;
  }
  value[at] = one;
  judge[at] = by;
}
