import { bestExactly } from '../exact/best-exactly.ts';
import { coreAround } from '../exact/core.ts';
import type { Core } from '../exact/core.ts';
import { earliestExactly } from '../exact/earliest-exactly.ts';
import { bestTotal, certificateOf } from '../flow/best-total.ts';
import type { BestTotal } from '../flow/best-total.ts';
import { earliest } from '../flow/earliest.ts';
import type { Certificate } from '../model/answer.ts';
import { stepsAt } from '../model/fit.ts';
import { totalOf, valueOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';
import { totalBound } from '../verify/price-bound.ts';
import { CycleSearch } from './cycle-search.ts';
import { greatestWorst, worstOf } from './greatest-worst.ts';
import type { FairTools } from './tools.ts';
import { within } from './tools.ts';

export interface FairAnswer {
  readonly panels: Panels;
  /** In steps: no answer has a better worst-off proposal, and none as good in that a greater total. */
  readonly worstBound: bigint;
  /** Null: none is known. */
  readonly bound: bigint | null;
  readonly certificate: Certificate | null;
}

/**
 * The best worst-off proposal, then the greatest total, then the earliest.
 * @param groups the one quota each judge counts for, or -1; null: quotas overlap
 * @param start any answer
 * @param most what the sum of all totals cannot exceed, in steps; null: not known
 */
export async function bestFair(
  problem: AssignmentProblem,
  groups: Int32Array | null,
  start: Panels,
  most: bigint | null,
  tools: FairTools,
): Promise<FairAnswer> {
  const { panels, bound: worstBound } = await greatestWorst(problem, start, most, tools);
  return { worstBound, ...(await greatestTotal(problem, groups, panels, most, tools)) };
}

type TotalAnswer = Omit<FairAnswer, 'worstBound'>;

/** The greatest total with no proposal below the worst-off of the given panels. */
async function greatestTotal(
  problem: AssignmentProblem,
  groups: Int32Array | null,
  panels: Panels,
  most: bigint | null,
  tools: FairTools,
): Promise<TotalAnswer> {
  const floor = worstOf(problem, panels);
  const open = reachable(problem, floor);
  const flow = groups === null ? null : bestTotal(problem, groups, open, () => tools.secondsLeft() <= 0);
  const starts = flow === null ? [panels] : [panels, flow.panels];
  const known = starts
    .flatMap((each) => improved(problem, each, floor, tools))
    .reduce(
      (best, each) => (valueOf(problem, each).total > valueOf(problem, best).total ? each : best),
      panels,
    );
  if (groups !== null && flow !== null) {
    const settled = flowSettles(problem, groups, flow, floor);
    if (settled !== null) return settled;
  }
  const core =
    flow?.proven === true
      ? coreOfFlow(problem, open, known, flow)
      : { open, chosen: new Uint8Array(open.length) };
  return exactly(problem, core, known, floor, proofOf(problem, flow, floor, most), tools);
}

/** A bound, and what proves it. */
type Proof = Pick<TotalAnswer, 'bound' | 'certificate'>;

/** What the flow without floors proves, or the bound that was known before. */
function proofOf(
  problem: AssignmentProblem,
  flow: BestTotal | null,
  floor: bigint,
  most: bigint | null,
): Proof {
  if (flow === null) return { bound: most, certificate: null };
  const certificate = certificateOf(problem, flow);
  return { bound: totalBound(problem, certificate, floor), certificate };
}

/** Where even the greatest total without floors leaves nobody below the floor, it is the answer. */
function flowSettles(
  problem: AssignmentProblem,
  groups: Int32Array,
  flow: BestTotal,
  floor: bigint,
): TotalAnswer | null {
  if (!flow.proven) return null;
  const first = earliest(problem, groups, flow);
  if (worstOf(problem, first) < floor) return null;
  return { panels: first, bound: valueOf(problem, first).total, certificate: certificateOf(problem, flow) };
}

async function exactly(
  problem: AssignmentProblem,
  core: Core,
  known: Panels,
  floor: bigint,
  before: Proof,
  { loadEngine, secondsLeft }: FairTools,
): Promise<TotalAnswer> {
  const engine = await loadEngine();
  const exact = bestExactly(problem, { ...core, floor, known }, { engine, secondsLeft });
  if (exact === 'infeasible' || exact.panels === null) return { panels: known, ...before };
  const { total } = valueOf(problem, exact.panels);
  const isCloser = exact.bound !== null && (before.bound === null || exact.bound <= before.bound);
  const { bound, certificate } = isCloser ? exact : before;
  const panels =
    bound === total
      ? earliestExactly(problem, exact.panels, exact.core, floor, { engine, secondsLeft })
      : exact.panels;
  return { panels, bound, certificate };
}

function coreOfFlow(problem: AssignmentProblem, open: Uint8Array, known: Panels, flow: BestTotal): Core {
  const gap = Number(valueOf(problem, flow.panels).total - valueOf(problem, known).total);
  return coreAround(problem, open, known, flow.face.loss, gap);
}

/** The panels after a search for a greater total, if nobody is below the floor. */
function improved(problem: AssignmentProblem, panels: Panels, floor: bigint, tools: FairTools): Panels[] {
  const search = new CycleSearch(problem, panels);
  search.improve(Number(floor) / Number(problem.fit.coarse), within(tools, 0.2).expired);
  const found = search.panels();
  return found.every((panel, proposal) => totalOf(problem, proposal, panel) >= floor) ? [found] : [];
}

/** 1 for the cells with which a proposal can reach the floor at all, the best other judges beside. */
function reachable({ judges, proposals, need, barred, fit }: AssignmentProblem, floor: bigint): Uint8Array {
  const open = new Uint8Array(barred.length);
  for (const proposal of proposals.keys()) {
    const cells = judges
      .map((_, judge) => proposal * judges.length + judge)
      .filter((cell) => barred[cell] !== 1);
    const steps = cells.map((cell) => stepsAt(fit, cell));
    const best = [...steps].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, (need[proposal] ?? 0) - 1);
    const others = best.reduce((sum, value) => sum + value, 0n);
    for (const [index, cell] of cells.entries()) open[cell] = Number((steps[index] ?? 0n) + others >= floor);
  }
  return open;
}
