import type { Amount } from '../limits.ts';
import { totalOf } from '../limits.ts';
import type { Purse } from '../purse.ts';
import { helpsFloor, obstacleTo, pay } from '../purse.ts';
import type { Ranked, Shortage } from './candidate.ts';
import { canMeetFloors } from './floor-oracle.ts';
import type { FloorOracle } from './floor-oracle.ts';

/**
 * What a candidate gets that cannot be granted whole: of each budget what it asks for, at most what is left after the
 * floors; null: nothing, since that is less than its minimum or another limit is in the way.
 */
export function costsToTrim(
  purse: Purse,
  candidate: Ranked,
  { later, oracle }: { later: readonly Ranked[]; oracle: FloorOracle },
): Amount[] | null {
  const rest = withFloorsMet(purse, later, oracle);
  const costs = rest.pots.map(({ left }, index) => Math.min(left, candidate.costs[index] ?? 0));
  const amount = totalOf(costs);
  if (amount === 0 || amount < candidate.minimum) return null;
  return obstacleTo(rest, candidate, costs) === null ? costs : null;
}

/** The purse once those who come later have met the floors, in rank order. */
function withFloorsMet(purse: Purse, later: readonly Ranked[], oracle: FloorOracle): Purse {
  return later.reduce((rest, project, index) => {
    if (!helpsFloor(rest, project) || obstacleTo(rest, project) !== null) return rest;
    const after = pay(rest, project);
    return canMeetFloors(after, later.slice(index + 1), oracle) ? after : rest;
  }, purse);
}

/**
 * The first budget that holds less than a candidate asks of it.
 * @param held by budget: what it holds for the candidate
 */
export function shortage({ pots }: Purse, { costs }: Ranked, held: readonly Amount[]): Shortage {
  const short = pots.findIndex((_pot, index) => (held[index] ?? 0) < (costs[index] ?? 0));
  const budget = pots[short]?.budget;
  if (budget === undefined) throw new RangeError('every budget holds what is asked of it');
  return { budget, left: held[short] ?? 0, asked: costs[short] ?? 0 };
}
