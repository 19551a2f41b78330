import type { SolvedAssignment } from '../model/answer.ts';
import { stepsAt } from '../model/fit.ts';
import type { AssignmentProblem } from '../model/problem.ts';
import { brokenRules } from './broken-rules.ts';
import { totalBound } from './price-bound.ts';

/**
 * What is wrong with an answer: rules it breaks, figures that its panels do not have, a bound that its certificate does
 * not prove. Asks no solver. Empty: nothing.
 */
export function answerFaults(problem: AssignmentProblem, answer: SolvedAssignment): string[] {
  return [
    ...brokenRules(problem, answer.panels).map((broken) => JSON.stringify(broken)),
    ...answer.panels.flatMap((panel, proposal) =>
      panel.every((judge, seat) => seat === 0 || (panel[seat - 1] ?? 0) < judge)
        ? []
        : [`order of panel ${proposal}`],
    ),
    ...figureFaults(problem, answer),
    ...boundFaults(problem, answer),
  ];
}

function figureFaults(
  { judges, fit }: AssignmentProblem,
  { panels, total, worst }: SolvedAssignment,
): string[] {
  let sum = 0n;
  let least: bigint | null = null;
  for (const [proposal, panel] of panels.entries()) {
    let own = 0n;
    for (const judge of panel) own += stepsAt(fit, proposal * judges.length + judge);
    sum += own;
    if (least === null || own < least) least = own;
  }
  return [
    ...(sum === total ? [] : [`the total is ${sum}, not ${total}`]),
    ...(least === worst ? [] : [`the worst-off total is ${least}, not ${worst}`]),
  ];
}

function boundFaults(problem: AssignmentProblem, answer: SolvedAssignment): string[] {
  const { status, total, worst, bound, worstBound, certificate } = answer;
  const isFair = problem.objective === 'fair';
  const faults: string[] = [];
  if (bound !== null && bound < total) faults.push('the bound is below the total');
  if (isFair && worst !== null && (worstBound === null || worstBound < worst))
    faults.push('the bound of the worst-off total is below it');
  if (!isFair && worstBound !== null)
    faults.push('a bound of the worst-off total stands where it is not the objective');
  if (status === 'optimal' && (bound !== total || (isFair && worstBound !== worst)))
    faults.push('called optimal, but the bound leaves a gap');
  if (certificate === null) return faults;
  const proven = totalBound(problem, certificate, isFair ? worst : null);
  if (bound === null || proven === null || proven > bound)
    faults.push(`the certificate proves ${proven}, not ${bound}`);
  return faults;
}
