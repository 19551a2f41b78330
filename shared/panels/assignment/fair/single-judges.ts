import type { BestTotal } from '../flow/best-total.ts';
import { bestTotal } from '../flow/best-total.ts';
import { stepsAt } from '../model/fit.ts';
import { valueOf } from '../model/panels.ts';
import type { AssignmentProblem } from '../model/problem.ts';

/**
 * Where every proposal needs one judge a floor forbids single cells, so that the problem stays a flow: halving over the
 * values of the cells finds the greatest floor that an answer reaches (bottleneck assignment). Null: none keeps all
 * rules.
 */
export function greatestFloor(
  problem: AssignmentProblem,
  groups: Int32Array,
  open: Uint8Array,
  expired: () => boolean,
): BestTotal | null {
  const above = (floor: bigint): Uint8Array =>
    open.map((is, cell) => Number(is === 1 && stepsAt(problem.fit, cell) >= floor));
  const start = bestTotal(problem, groups, open, expired);
  if (start === null || problem.proposals.length === 0) return start;
  let floor = valueOf(problem, start.panels).worst ?? 0n;
  const values = new Set(
    [...open.keys()].filter((cell) => open[cell] === 1).map((cell) => stepsAt(problem.fit, cell)),
  );
  const higher = [...values].filter((value) => value > floor).sort((a, b) => (a < b ? -1 : 1));
  let [low, high] = [0, higher.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const tried = higher[middle] ?? floor;
    if (bestTotal(problem, groups, above(tried), expired) === null) high = middle;
    else {
      floor = tried;
      low = middle + 1;
    }
  }
  // Also where the start cannot be bettered: other answers of its total may leave somebody worse off.
  return bestTotal(problem, groups, above(floor), expired);
}
