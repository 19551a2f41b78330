import type { AssignmentProblem, Panels } from '../model/problem.ts';

/** A rule that panels break, by index. */
export type BrokenRule =
  | { readonly rule: 'proposals'; readonly count: number }
  | { readonly rule: 'need'; readonly proposal: number; readonly count: number }
  | {
      readonly rule: 'unknown_judge' | 'twice' | 'conflict';
      readonly proposal: number;
      readonly judge: number;
    }
  | { readonly rule: 'quota'; readonly proposal: number; readonly quota: number; readonly count: number }
  | { readonly rule: 'min' | 'max'; readonly judge: number; readonly count: number };

/** Holds panels against every rule of the problem (DESIGN §7); knows nothing of how they were found. */
export function brokenRules(problem: AssignmentProblem, panels: Panels): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (panels.length !== problem.proposals.length) broken.push({ rule: 'proposals', count: panels.length });
  const loads = problem.judges.map(() => 0);
  for (const [proposal, panel] of panels.slice(0, problem.proposals.length).entries()) {
    broken.push(...panelFaults(problem, proposal, panel));
    for (const judge of panel) if (loads[judge] !== undefined) loads[judge] += 1;
  }
  for (const [judge, count] of loads.entries()) {
    if (count < (problem.min[judge] ?? 0)) broken.push({ rule: 'min', judge, count });
    if (count > (problem.max[judge] ?? 0)) broken.push({ rule: 'max', judge, count });
  }
  return broken;
}

function panelFaults(
  { judges, need, barred, quotas }: AssignmentProblem,
  proposal: number,
  panel: readonly number[],
): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (panel.length !== need[proposal]) broken.push({ rule: 'need', proposal, count: panel.length });
  for (const [seat, judge] of panel.entries()) {
    if (judges[judge] === undefined) broken.push({ rule: 'unknown_judge', proposal, judge });
    if (panel.indexOf(judge) < seat) broken.push({ rule: 'twice', proposal, judge });
    if (barred[proposal * judges.length + judge] === 1) broken.push({ rule: 'conflict', proposal, judge });
  }
  for (const [quota, { min, holders }] of quotas.entries()) {
    const count = panel.filter((judge) => holders[judge] === 1).length;
    if (count < min) broken.push({ rule: 'quota', proposal, quota, count });
  }
  return broken;
}
