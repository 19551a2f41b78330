import type { AssignmentFile } from './random-file.ts';

/** One size of fixtures/assignment/quota-synthetic.json: rows of `fit` are proposals, conflicts are [proposal, judge]. */
export interface QuotaTable {
  readonly k: number;
  readonly load_min: number;
  readonly load_max: number;
  readonly quotas: Readonly<Record<string, number>>;
  readonly judge_attributes: readonly (readonly number[])[];
  readonly fit: readonly (readonly number[])[];
  readonly conflicts: readonly (readonly [number, number])[];
}

/** The table as an `assignment/1`. */
export function fileOf(
  table: QuotaTable,
  columns: readonly string[],
  objective: 'total' | 'fair',
): AssignmentFile {
  return {
    format: 'assignment/1',
    judges: table.judge_attributes.map((held, judge) => ({
      id: `j${judge + 1}`,
      min: table.load_min,
      max: table.load_max,
      attributes: columns.filter((_, column) => held[column] === 1),
    })),
    proposals: table.fit.map((_, proposal) => ({ id: `p${proposal + 1}`, judges: table.k })),
    fit: table.judge_attributes.map((_, judge) => table.fit.map((row) => row[judge] ?? 0)),
    conflicts: table.conflicts.map(([proposal, judge]) => ({
      judge: `j${judge + 1}`,
      proposal: `p${proposal + 1}`,
    })),
    quotas: Object.entries(table.quotas).map(([attribute, min]) => ({ attribute, min })),
    objective,
  };
}
