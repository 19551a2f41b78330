import type { GroupLimit, Limits, Project } from '../limits.ts';
import { isIn, requestedOf } from '../limits.ts';
import type { Purse } from '../purse.ts';
import { helpsFloor, limitsLeft, obstacleTo, pay } from '../purse.ts';

/** Whether whole grants to some of the projects can meet the floors and keep to the other limits. */
export type FloorOracle = (limits: Limits, projects: readonly Project[]) => boolean;

/**
 * Whether the floors that a purse still has open can be met from the projects that come later. Counting answers
 * nearly always; the oracle is asked where it does not.
 */
export function canMeetFloors(purse: Purse, later: readonly Project[], oracle: FloorOracle): boolean {
  const limits = limitsLeft(purse);
  if (limits.floors.length === 0) return true;
  if (meetsByCheapest(purse, later)) return true;
  return !isHopeless(limits, later) && oracle(limits, later);
}

/** Grants to the cheapest that help until nothing is open: a proof if it succeeds. */
function meetsByCheapest(purse: Purse, later: readonly Project[]): boolean {
  let rest = purse;
  for (const project of [...later].sort((a, b) => requestedOf(a) - requestedOf(b))) {
    if (helpsFloor(rest, project) && obstacleTo(rest, project) === null) rest = pay(rest, project);
    if (rest.floors.every((floor) => floor.rest === 0)) return true;
  }
  return false;
}

/** Whether one kind of group alone, tracks or communities, needs more than is left: a proof that nothing helps. */
function isHopeless(limits: Limits, later: readonly Project[]): boolean {
  return (['track', 'community'] as const).some((by) => {
    const floors = limits.floors.filter((floor) => floor.by === by);
    const groups = [...new Set(floors.map(({ id }) => id))].map((id) =>
      floors.filter((floor) => floor.id === id),
    );
    if (floors.some((floor) => leastCost(floor, later, 0) === null)) return true;
    return limits.budgets.some(({ amount }, index) => {
      const needed = groups.map((group) =>
        Math.max(...group.map((floor) => leastCost(floor, later, index) ?? 0)),
      );
      return needed.reduce((sum, cost) => sum + cost, 0) > amount;
    });
  });
}

/** The least that meeting one floor takes from a budget, other limits aside; null: the projects do not suffice. */
function leastCost(floor: GroupLimit, later: readonly Project[], budget: number): number | null {
  const group = later.filter((project) => isIn(floor, project));
  if (floor.measure === 'amount')
    return group.reduce((sum, project) => sum + requestedOf(project), 0) < floor.value ? null : 0;
  if (group.length < floor.value) return null;
  const costs = group.map((project) => project.costs[budget] ?? 0).sort((a, b) => a - b);
  return costs.slice(0, floor.value).reduce((sum, cost) => sum + cost, 0);
}
