import { itemAt } from '../../item.ts';
import type { JudgeTable } from '../judge-table.ts';
import { toNumber } from '../to-number.ts';

/** The values of one entry: columns of the table and values in points about the mean of all. */
export interface EntryValues {
  readonly judges: Int32Array;
  readonly values: Float64Array;
  readonly sum: number;
  readonly sumOfSquares: number;
}

export interface Observations {
  readonly judges: number;
  /** N, the number of values. */
  readonly count: number;
  readonly entries: readonly EntryValues[];
}

/** Values as doubles about their exact mean, which keeps the sums of squares free of cancellation. */
export function observations({ judges, rows, scale }: JudgeTable): Observations {
  const all = rows.flatMap((row) => row.flatMap((value) => value ?? []));
  const count = BigInt(all.length);
  const total = all.reduce((a, b) => a + b, 0n);
  const about = (value: bigint): number => toNumber(value * count - total, count * scale);
  return {
    judges: judges.length,
    count: all.length,
    entries: rows.map((row) => {
      const members = row.flatMap((value, j) => (value === null ? [] : [j]));
      const values = Float64Array.from(members, (j) => about(itemAt(row, j) ?? 0n));
      return {
        judges: Int32Array.from(members),
        values,
        sum: values.reduce((a, b) => a + b, 0),
        sumOfSquares: values.reduce((a, b) => a + b * b, 0),
      };
    }),
  };
}
