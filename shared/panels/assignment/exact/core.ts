import { cellsOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';

/** Rounding of the engine, in parts of a loss. */
const TOLERANCE = 1e-7;

/** What is still to be decided about an answer that can be no worse than a known one. */
export interface Core {
  readonly open: Uint8Array;
  readonly chosen: Uint8Array;
}

/**
 * Reduced-cost fixing: where reversing the choice about a cell costs more than lies between the bound and the known
 * answer, no better and no equal answer reverses it.
 * @param loss how much of the bound is lost at least by reversing a cell
 * @param gap bound less the total of the known answer, in the same units
 */
export function coreAround(
  problem: AssignmentProblem,
  open: Uint8Array,
  known: Panels,
  loss: (cell: number) => number,
  gap: number,
): Core {
  const taken = cellsOf(problem, known);
  const settled = open.map((is, cell) => Number(is === 1 && loss(cell) * (1 - TOLERANCE) > gap + TOLERANCE));
  return {
    open: open.map((is, cell) => Number(is === 1 && (taken[cell] === 1 || settled[cell] === 0))),
    chosen: taken.map((is, cell) => Number(is === 1 && settled[cell] === 1)),
  };
}
