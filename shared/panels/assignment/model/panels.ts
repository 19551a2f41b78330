import { stepsAt } from './fit.ts';
import type { AssignmentProblem, Panels } from './problem.ts';

/** What the judges of a panel fit the proposal together, in steps. */
export function totalOf(
  { fit, judges }: AssignmentProblem,
  proposal: number,
  panel: readonly number[],
): bigint {
  return panel.reduce((sum, judge) => sum + stepsAt(fit, proposal * judges.length + judge), 0n);
}

/** The sum of all totals and the least of them (null where there is no proposal), in steps. */
export function valueOf(problem: AssignmentProblem, panels: Panels): { total: bigint; worst: bigint | null } {
  const totals = panels.map((panel, proposal) => totalOf(problem, proposal, panel));
  return {
    total: totals.reduce((sum, total) => sum + total, 0n),
    worst: totals.reduce<bigint | null>(
      (least, total) => (least === null || total < least ? total : least),
      null,
    ),
  };
}

/** 1 for each cell that is chosen. */
export function cellsOf({ judges }: AssignmentProblem, panels: Panels): Uint8Array {
  const cells = new Uint8Array(panels.length * judges.length);
  for (const [proposal, panel] of panels.entries())
    for (const judge of panel) cells[proposal * judges.length + judge] = 1;
  return cells;
}

/** The panels of chosen cells. */
export function panelsOf(
  { judges, proposals }: AssignmentProblem,
  chosen: (cell: number) => boolean,
): Panels {
  return proposals.map((_, proposal) => {
    const panel: number[] = [];
    for (let judge = 0; judge < judges.length; judge += 1)
      if (chosen(proposal * judges.length + judge)) panel.push(judge);
    return panel;
  });
}
