import type { Judge, Recusal } from '../../../shared/contract/judges.ts';

/** One judge's row: what stands in each column, and how many projects are left to score. */
export interface MatrixRow {
  judge: Judge;
  cells: (Recusal | null)[];
  scores: number;
  /** Left with fewer than half of the projects: 建议列席不打分 (practice §5). */
  advised: boolean;
}

export interface Matrix {
  rows: MatrixRow[];
  /** Judges who can score each project. */
  valid: number[];
}

/**
 * Judges × projects. A recusal that takes the judge off the project stands before a mere disclosure.
 * @param proposals ids in the order of the columns
 */
export function recusalMatrix(
  judges: readonly Judge[],
  proposals: readonly string[],
  recusals: readonly Recusal[],
): Matrix {
  const byCell = new Map<string, Recusal>();
  for (const recusal of recusals) {
    const key = `${recusal.judge} ${recusal.proposal}`;
    if (recusal.kind === 'must' || !byCell.has(key)) byCell.set(key, recusal);
  }
  const rows = [...judges]
    .sort((a, b) => a.profile.seat - b.profile.seat)
    .map((judge) => {
      const cells = proposals.map((proposal) => byCell.get(`${judge.id} ${proposal}`) ?? null);
      const scores = cells.filter((cell) => cell?.kind !== 'must').length;
      return { judge, cells, scores, advised: scores * 2 < proposals.length };
    });
  const valid = proposals.map((_, column) => rows.filter((row) => row.cells[column]?.kind !== 'must').length);
  return { rows, valid };
}
