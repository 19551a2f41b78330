import type { MipEngine } from '../../../solver/mip.ts';
import type { Certificate } from '../model/answer.ts';
import { totalOf, valueOf, cellsOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';
import { brokenRules } from '../verify/broken-rules.ts';
import { totalBound } from '../verify/price-bound.ts';
import { ask } from './ask.ts';
import type { EngineAnswer } from './ask.ts';
import { coreAround } from './core.ts';
import { isExactForEngine } from './panel-model.ts';
import type { Core } from './core.ts';

/** Relative error that the engine's own sums may have. */
const ENGINE_ROUNDING = 1e-10;

/** The engine and the time it may take. */
export interface EngineTools {
  readonly engine: MipEngine;
  readonly secondsLeft: () => number;
}

/** Where the search for the greatest total begins. */
export interface ExactStart extends Core {
  /** Least total of each proposal, in steps; null: none is asked for. */
  readonly floor: bigint | null;
  /** An answer that is known already. */
  readonly known: Panels | null;
}

export interface ExactAnswer {
  /** Null: the time was up before an answer was found. */
  readonly panels: Panels | null;
  /** In steps; null where nothing is known. */
  readonly bound: bigint | null;
  readonly certificate: Certificate | null;
  /** What other answers of the same total may differ in. */
  readonly core: Core;
}

/**
 * The greatest total by linear programming with whole numbers, for quotas that overlap and floors that make the problem
 * no flow: first without whole numbers, which gives prices and settles most cells, then the rest exactly. Every answer
 * is checked in integers. `infeasible`: no answer keeps all rules.
 */
export function bestExactly(
  problem: AssignmentProblem,
  start: ExactStart,
  { engine, secondsLeft }: EngineTools,
): ExactAnswer | 'infeasible' {
  const { open, chosen, floor } = start;
  const question = {
    goal: 'total',
    floor: floor === null ? null : inUnits(problem, floor),
    leastTotal: null,
  } as const;
  const relaxed = ask(problem, { ...question, open, chosen, whole: false }, engine, secondsLeft());
  if (relaxed.status === 'infeasible' && start.known === null) return 'infeasible';
  const certified = relaxed.certificate === null ? null : totalBound(problem, relaxed.certificate, floor);
  const known = better(problem, start.known, checked(problem, relaxed.panels, floor));
  if (known !== null && certified === valueOf(problem, known).total)
    return proven(problem, known, relaxed, start);
  const core = known === null ? start : coreOf(problem, start, known, relaxed);
  const exact = ask(
    problem,
    { ...question, open: core.open, chosen: core.chosen, whole: true },
    engine,
    secondsLeft(),
    known === null ? undefined : cellsOf(problem, known),
  );
  if (exact.status === 'infeasible' && known === null) return 'infeasible';
  const panels = better(problem, known, checked(problem, exact.panels, floor));
  if (panels === null) return { panels, bound: certified, certificate: relaxed.certificate, core };
  if (exact.status === 'optimal' && isExactForEngine(problem.fit))
    return proven(problem, panels, relaxed, start);
  const { total } = valueOf(problem, panels);
  const bound = lesser(certified, inSteps(problem, Math.max(exact.bound, inUnits(problem, total))));
  return { panels, bound, certificate: bound === certified ? relaxed.certificate : null, core };
}

function proven(
  problem: AssignmentProblem,
  panels: Panels,
  relaxed: EngineAnswer,
  start: ExactStart,
): ExactAnswer {
  const { total } = valueOf(problem, panels);
  const certifies =
    relaxed.certificate !== null && totalBound(problem, relaxed.certificate, start.floor) === total;
  return {
    panels,
    bound: total,
    certificate: certifies ? relaxed.certificate : null,
    core: coreOf(problem, start, panels, relaxed),
  };
}

function coreOf(
  problem: AssignmentProblem,
  { open, chosen }: ExactStart,
  known: Panels,
  relaxed: EngineAnswer,
): Core {
  if (relaxed.loss === null) return { open, chosen };
  const gap =
    relaxed.bound +
    Math.abs(relaxed.bound) * ENGINE_ROUNDING -
    inUnits(problem, valueOf(problem, known).total);
  const core = coreAround(problem, open, known, relaxed.loss, gap);
  return { open: core.open, chosen: core.chosen.map((is, cell) => is | (chosen[cell] ?? 0)) };
}

/** Panels that keep every rule and the floor; null otherwise. */
export function checked(
  problem: AssignmentProblem,
  panels: Panels | null,
  floor: bigint | null,
): Panels | null {
  if (panels === null || brokenRules(problem, panels).length > 0) return null;
  return floor === null || panels.every((panel, proposal) => totalOf(problem, proposal, panel) >= floor)
    ? panels
    : null;
}

function better(problem: AssignmentProblem, a: Panels | null, b: Panels | null): Panels | null {
  if (a === null || b === null) return a ?? b;
  return valueOf(problem, b).total > valueOf(problem, a).total ? b : a;
}

const lesser = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;

export const inUnits = ({ fit }: AssignmentProblem, steps: bigint): number =>
  Number(steps) / Number(fit.coarse);

/** A bound of the engine, in units, as whole steps, with room for its rounding and for that of the units. */
function inSteps({ fit, need }: AssignmentProblem, units: number): bigint | null {
  if (!Number.isFinite(units)) return null;
  const room = fit.coarse === 1n ? 0 : need.reduce((sum, each) => sum + each, 0);
  return BigInt(Math.floor(units + Math.abs(units) * ENGINE_ROUNDING + 1e-4) + room) * fit.coarse;
}
