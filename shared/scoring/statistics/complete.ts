import type { JudgeTable } from './judge-table.ts';
import type { NullReason } from './types.ts';

/** The table as a full matrix, or why it is none. */
export function completeRows({ rows, judges }: JudgeTable): readonly (readonly bigint[])[] | NullReason {
  if (rows.length < 2) return 'fewer_than_two_entries';
  if (judges.length < 2) return 'fewer_than_two_judges';
  const full = rows.map((row) => row.flatMap((value) => (value === null ? [] : [value])));
  return full.every((row) => row.length === judges.length) ? full : 'incomplete_table';
}
