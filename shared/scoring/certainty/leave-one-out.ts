import type { Ranker, Ranking } from '../ranking/rank.ts';
import type { Table } from '../table/types.ts';

/** The ranking without each judge in turn, everything recomputed. */
export function leaveOneOut({ judges }: Table, ranker: Ranker): Ranking[] {
  return judges.map((_, left) => ranker(Uint16Array.from(judges, (__, judge) => (judge === left ? 0 : 1))));
}
