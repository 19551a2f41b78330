import type { MipEngine } from '../../../solver/mip.ts';
import { ask } from '../exact/ask.ts';
import type { ClashRule } from '../model/clash.ts';
import type { AssignmentProblem } from '../model/problem.ts';

/** Whether rules alone, all others given up, leave no answer, as the engine finds; null: not found out in time. */
export function engineClash(
  problem: AssignmentProblem,
  engine: MipEngine,
  secondsLeft: () => number,
): (rules: readonly ClashRule[]) => boolean | null {
  return (rules) => {
    const kept = keptProblem(problem, rules);
    const needed = new Set(rules.flatMap((rule) => (rule.rule === 'need' ? [rule.proposal] : [])));
    const { status } = ask(
      kept,
      {
        open: kept.barred.map((barred) => 1 - barred),
        chosen: null,
        goal: new Map(),
        floor: null,
        leastTotal: null,
        whole: true,
        exempt: new Set([...problem.proposals.keys()].filter((proposal) => !needed.has(proposal))),
      },
      engine,
      secondsLeft(),
    );
    return status === 'unknown' ? null : status === 'infeasible';
  };
}

/** The problem with the bounds, conflicts and quotas among the rules only. */
function keptProblem(problem: AssignmentProblem, rules: readonly ClashRule[]): AssignmentProblem {
  const { judges, proposals, quotas } = problem;
  const min = new Int32Array(judges.length);
  const max = new Int32Array(judges.length).fill(proposals.length);
  const barred = new Uint8Array(problem.barred.length);
  const kept = new Set<number>();
  for (const rule of rules) {
    if (rule.rule === 'min') min[rule.judge] = problem.min[rule.judge] ?? 0;
    if (rule.rule === 'max') max[rule.judge] = problem.max[rule.judge] ?? 0;
    if (rule.rule === 'conflict') barred[rule.proposal * judges.length + rule.judge] = 1;
    if (rule.rule === 'quota') kept.add(rule.quota);
  }
  return { ...problem, min, max, barred, quotas: quotas.filter((_, quota) => kept.has(quota)) };
}
