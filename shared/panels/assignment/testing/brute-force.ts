import { totalOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';

/** Tries every answer, the earliest first, and keeps the first of the best; null: none keeps all rules. Small problems only. */
export function bruteForce(problem: AssignmentProblem): Panels | null {
  const choices = problem.proposals.map((_, proposal) => panelsOf(problem, proposal));
  const loads = problem.judges.map(() => 0);
  const panels: (readonly number[])[] = [];
  let best: { worst: bigint; total: bigint; panels: Panels } | null = null;
  const visit = (proposal: number, worst: bigint | null, total: bigint): void => {
    if (proposal === choices.length) {
      if (loads.some((load, judge) => load < (problem.min[judge] ?? 0))) return;
      const found = { worst: problem.objective === 'fair' ? (worst ?? 0n) : 0n, total, panels: [...panels] };
      if (best === null || found.worst > best.worst || (found.worst === best.worst && total > best.total))
        best = found;
      return;
    }
    for (const panel of choices[proposal] ?? []) {
      if (panel.some((judge) => (loads[judge] ?? 0) >= (problem.max[judge] ?? 0))) continue;
      for (const judge of panel) loads[judge] = (loads[judge] ?? 0) + 1;
      panels.push(panel);
      const value = totalOf(problem, proposal, panel);
      visit(proposal + 1, worst === null || value < worst ? value : worst, total + value);
      panels.pop();
      for (const judge of panel) loads[judge] = (loads[judge] ?? 0) - 1;
    }
  };
  visit(0, null, 0n);
  return (best as { panels: Panels } | null)?.panels ?? null;
}

/** All panels of a proposal that keep conflicts and quotas, the earliest first. */
function panelsOf({ judges, barred, quotas, need }: AssignmentProblem, proposal: number): number[][] {
  const allowed = judges.flatMap((_, judge) =>
    barred[proposal * judges.length + judge] === 1 ? [] : [judge],
  );
  return combinations(allowed, need[proposal] ?? 0).filter((panel) =>
    quotas.every(({ min, holders }) => panel.filter((judge) => holders[judge] === 1).length >= min),
  );
}

function combinations(items: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]),
  );
}
