import { cellsOf, valueOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';
import { ask } from './ask.ts';
import { checked, inUnits } from './best-exactly.ts';
import type { EngineTools } from './best-exactly.ts';
import type { Core } from './core.ts';
import { isExactForEngine } from './panel-model.ts';

/** So many cells are settled by one question: their powers of two stay small beside the engine's tolerances. */
const CELLS_AT_ONCE = 18;
/** A limit in cells, not in time, so that the same file gets the same answer on every machine. */
const MOST_CELLS = 1200;

/**
 * Of all answers with the same total (and no proposal below the floor) the earliest in the given order, as for flows:
 * cell after cell is taken if any such answer has it. Where very many cells are open, the first of them are settled and
 * the rest stays as it was found; so it does when the time is up.
 * @param panels an answer with the greatest total
 * @param core what other answers with this total may differ in
 * @param floor in steps
 */
export function earliestExactly(
  problem: AssignmentProblem,
  panels: Panels,
  core: Core,
  floor: bigint | null,
  tools: EngineTools,
): Panels {
  if (!isExactForEngine(problem.fit)) return panels;
  const search = new EarliestSearch(problem, panels, core, floor, tools);
  return search.isOnly() ? panels : search.run();
}

class EarliestSearch {
  private readonly problem: AssignmentProblem;
  private readonly floor: bigint | null;
  private readonly tools: EngineTools;
  private readonly total: bigint;
  private readonly open: Uint8Array;
  private readonly chosen: Uint8Array;
  private readonly undecided: readonly number[];
  private best: Panels;

  constructor(
    problem: AssignmentProblem,
    panels: Panels,
    core: Core,
    floor: bigint | null,
    tools: EngineTools,
  ) {
    this.problem = problem;
    this.floor = floor;
    this.tools = tools;
    this.total = valueOf(problem, panels).total;
    this.open = core.open.slice();
    this.chosen = core.chosen.slice();
    this.undecided = [...this.open.keys()].filter((cell) => this.open[cell] === 1 && this.chosen[cell] !== 1);
    this.best = panels;
  }

  /** Whether no other answer has this total, found by asking for as many other cells as possible. */
  isOnly(): boolean {
    const taken = cellsOf(this.problem, this.best);
    const others = this.undecided.filter((cell) => taken[cell] !== 1);
    if (others.length === 0) return true;
    const found = this.ask(new Map(others.map((cell) => [cell, 1])));
    return found !== null && others.every((cell) => cellsOf(this.problem, found)[cell] !== 1);
  }

  run(): Panels {
    const cells = this.undecided.slice(0, MOST_CELLS);
    for (let first = 0; first < cells.length; first += CELLS_AT_ONCE) {
      const now = cells.slice(first, first + CELLS_AT_ONCE);
      const found = this.ask(new Map(now.map((cell, index) => [cell, 2 ** (now.length - 1 - index)])));
      if (found === null) break;
      this.best = found;
      const taken = cellsOf(this.problem, found);
      for (const cell of now) this.chosen[cell] = this.open[cell] = taken[cell] ?? 0;
    }
    return this.best;
  }

  /** The answer of this total with the greatest weight; null: the time was up. */
  private ask(weights: ReadonlyMap<number, number>): Panels | null {
    const { problem, floor, total, open, chosen, tools } = this;
    if (tools.secondsLeft() <= 0) return null;
    const answer = ask(
      problem,
      {
        open,
        chosen,
        goal: weights,
        floor: floor === null ? null : inUnits(problem, floor),
        leastTotal: inUnits(problem, total),
        whole: true,
      },
      tools.engine,
      tools.secondsLeft(),
      cellsOf(problem, this.best),
    );
    const found = answer.status === 'optimal' ? checked(problem, answer.panels, floor) : null;
    return found !== null && valueOf(problem, found).total === total ? found : null;
  }
}
