import { ask } from '../exact/ask.ts';
import { checked, inUnits } from '../exact/best-exactly.ts';
import { isExactForEngine } from '../exact/panel-model.ts';
import { stepsAt } from '../model/fit.ts';
import { valueOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';
import { bestPanelOf } from '../verify/best-panel.ts';
import { worstBound } from '../verify/price-bound.ts';
import { CycleSearch } from './cycle-search.ts';
import { raiseWorst } from './raise-worst.ts';
import type { FairTools } from './tools.ts';
import { within } from './tools.ts';

/** Up to so many cells the engine tries to better the worst-off proposal once more, or to prove that nobody can. */
const MOST_CELLS_TO_PROVE = 1500;

export interface GreatestWorst {
  readonly panels: Panels;
  /** No answer has a better worst-off proposal, in steps. */
  readonly bound: bigint;
}

/**
 * Lifts the worst-off proposal as far as it goes: a search by exchanges, held against what the proposals could have at
 * best one by one and what they have on average, then all together with judges split, then exactly where the problem is
 * small.
 * @param most what the sum of all totals cannot exceed, in steps; null: not known
 */
export async function greatestWorst(
  problem: AssignmentProblem,
  start: Panels,
  most: bigint | null,
  tools: FairTools,
): Promise<GreatestWorst> {
  const search = new CycleSearch(problem, start);
  let bound = lesser(aloneBound(problem), most === null ? null : average(most, problem.proposals.length));
  let panels = raiseWorst(search, start, inUnits(problem, bound), within(tools, 0.35));
  if (worstOf(problem, panels) >= bound) return { panels, bound };
  const engine = await tools.loadEngine();
  const open = problem.barred.map((barred) => 1 - barred);
  const question = { open, chosen: null, goal: 'worst', leastTotal: null } as const;
  const relaxed = ask(problem, { ...question, floor: null, whole: false }, engine, tools.secondsLeft() * 0.5);
  const split = relaxed.certificate === null ? null : worstBound(problem, relaxed.certificate);
  if (split !== null && split < bound) {
    bound = split;
    search.setPanels(panels);
    panels = raiseWorst(search, panels, inUnits(problem, bound), within(tools, 0.3));
  }
  if (
    worstOf(problem, panels) >= bound ||
    open.length > MOST_CELLS_TO_PROVE ||
    !isExactForEngine(problem.fit)
  )
    return { panels, bound };
  const floor = inUnits(problem, worstOf(problem, panels)) + 1;
  const exact = ask(problem, { ...question, floor, whole: true }, engine, tools.secondsLeft() * 0.6);
  if (exact.status === 'infeasible') return { panels, bound: worstOf(problem, panels) };
  const found = checked(problem, exact.panels, worstOf(problem, panels));
  if (found !== null) panels = found;
  return { panels, bound: exact.status === 'optimal' && found !== null ? worstOf(problem, panels) : bound };
}

export const worstOf = (problem: AssignmentProblem, panels: Panels): bigint =>
  valueOf(problem, panels).worst ?? 0n;

const lesser = (a: bigint, b: bigint | null): bigint => (b !== null && b < a ? b : a);

/** The whole number at or below the average. */
function average(sum: bigint, count: number): bigint {
  const quotient = sum / BigInt(count);
  return quotient * BigInt(count) > sum ? quotient - 1n : quotient;
}

/** What the proposal with the poorest choice could have at best if it chose first, in steps. */
function aloneBound(problem: AssignmentProblem): bigint {
  const { judges, proposals, quotas, need, barred, fit } = problem;
  const bestPanel = bestPanelOf(quotas, judges.length);
  const bounds = proposals.map((_, proposal) => {
    const values = judges.map((__, judge) => {
      const cell = proposal * judges.length + judge;
      return barred[cell] === 1 ? null : stepsAt(fit, cell);
    });
    const best = bestPanel?.(values, need[proposal] ?? 0) ?? null;
    return (
      best ?? values.reduce<bigint>((sum, value) => sum + (value !== null && value > 0n ? value : 0n), 0n)
    );
  });
  return bounds.reduce((least, bound) => (bound < least ? bound : least), bounds[0] ?? 0n);
}
