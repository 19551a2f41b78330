import type { JudgeTable } from './judge-table.ts';

/** How many groups of judges and entries there are without a value between them; judges are joined by an entry. */
export function countComponents({ judges, rows }: JudgeTable): number {
  const root = judges.map((_, j) => j);
  const find = (j: number): number => {
    const up = root[j] ?? j;
    return up === j ? j : find(up);
  };
  for (const row of rows) {
    const members = row.flatMap((value, j) => (value === null ? [] : [j]));
    const [first = 0] = members;
    for (const member of members) root[find(member)] = find(first);
  }
  return new Set(judges.map((_, j) => find(j))).size;
}
