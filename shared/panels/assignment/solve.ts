import type { FairAnswer } from './fair/best-fair.ts';
import type { FairTools } from './fair/tools.ts';
import type { BestTotal } from './flow/best-total.ts';
import { bestTotal, certificateOf } from './flow/best-total.ts';
import { earliest } from './flow/earliest.ts';
import { disjointGroups } from './flow/groups.ts';
import type { AssignmentAnswer, SolvedAssignment } from './model/answer.ts';
import { valueOf } from './model/panels.ts';
import type { AssignmentProblem, Panels } from './model/problem.ts';
import { totalBound } from './verify/price-bound.ts';

export type SolveTools = FairTools;

/**
 * The best panels for all proposals (DESIGN §7): disjoint quotas and the total as a flow, overlapping quotas and `fair`
 * with the engine. Parts that the plain flow does not need are loaded when they are.
 */
export async function solveAssignment(
  problem: AssignmentProblem,
  tools: SolveTools,
): Promise<AssignmentAnswer> {
  const groups = disjointGroups(problem);
  if (groups === null) return solveOverlapping(problem, tools);
  const open = openCells(problem);
  const expired = (): boolean => tools.secondsLeft() <= 0;
  const isBottleneck = problem.objective === 'fair' && problem.need.every((need) => need === 1);
  const flow = isBottleneck
    ? (await import('./fair/single-judges.ts')).greatestFloor(problem, groups, open, expired)
    : bestTotal(problem, groups, open, expired);
  if (flow === null) return infeasible(problem, tools);
  if (problem.objective === 'total' || isBottleneck) return ofFlow(problem, groups, flow);
  const most = totalBound(problem, certificateOf(problem, flow), null);
  const { bestFair } = await import('./fair/best-fair.ts');
  return ofFair(problem, await bestFair(problem, groups, flow.panels, most, tools));
}

async function solveOverlapping(problem: AssignmentProblem, tools: SolveTools): Promise<AssignmentAnswer> {
  const engine = { engine: await tools.loadEngine(), secondsLeft: tools.secondsLeft };
  const { bestExactly } = await import('./exact/best-exactly.ts');
  const open = openCells(problem);
  const exact = bestExactly(
    problem,
    { open, chosen: new Uint8Array(open.length), floor: null, known: null },
    engine,
  );
  if (exact === 'infeasible') return infeasible(problem, tools);
  const { panels, bound, certificate, core } = exact;
  if (panels === null) return { status: 'unknown' };
  if (problem.objective === 'fair') {
    const { bestFair } = await import('./fair/best-fair.ts');
    return ofFair(problem, await bestFair(problem, null, panels, bound, tools));
  }
  const { earliestExactly } = await import('./exact/earliest-exactly.ts');
  const isOptimal = bound === valueOf(problem, panels).total;
  const first = isOptimal ? earliestExactly(problem, panels, core, null, engine) : panels;
  return solved(problem, first, { isOptimal, bound, worstBound: null, certificate });
}

function ofFlow(problem: AssignmentProblem, groups: Int32Array, flow: BestTotal): SolvedAssignment {
  const panels = flow.proven ? earliest(problem, groups, flow) : flow.panels;
  const { total, worst } = valueOf(problem, panels);
  const certificate = certificateOf(problem, flow);
  const floor = problem.objective === 'fair' ? worst : null;
  const bound = flow.proven ? total : totalBound(problem, certificate, floor);
  return solved(problem, panels, { isOptimal: flow.proven, bound, worstBound: floor, certificate });
}

function ofFair(
  problem: AssignmentProblem,
  { panels, worstBound, bound, certificate }: FairAnswer,
): SolvedAssignment {
  const { total, worst } = valueOf(problem, panels);
  const isOptimal = bound === total && (worst === null || worstBound === worst);
  return solved(problem, panels, { isOptimal, bound, worstBound, certificate });
}

function solved(
  problem: AssignmentProblem,
  panels: Panels,
  {
    isOptimal,
    ...proof
  }: Pick<SolvedAssignment, 'bound' | 'worstBound' | 'certificate'> & { isOptimal: boolean },
): SolvedAssignment {
  return { status: isOptimal ? 'optimal' : 'feasible', panels, ...valueOf(problem, panels), ...proof };
}

const openCells = ({ barred }: AssignmentProblem): Uint8Array => barred.map((is) => 1 - is);

async function infeasible(problem: AssignmentProblem, tools: SolveTools): Promise<AssignmentAnswer> {
  const { findClash } = await import('./clash/find-clash.ts');
  return { status: 'infeasible', ...(await findClash(problem, tools)) };
}
