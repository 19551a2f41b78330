import type { Ranking } from '../ranking/rank.ts';
import { rankTable } from '../ranking/rank.ts';
import type { Table } from '../table/types.ts';

/** The ranking without each judge in turn, everything recomputed. */
export function leaveOneOut(table: Table): Ranking[] {
  return table.judges.map((_, left) =>
    rankTable(
      table,
      Uint16Array.from(table.judges, (__, judge) => (judge === left ? 0 : 1)),
    ),
  );
}
