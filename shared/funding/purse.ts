import type { Amount, Budget, GroupLimit, Limits, Project } from './limits.ts';
import { requestedOf, totalOf, weightIn } from './limits.ts';

/** What is left of a budget. */
export type Pot = { readonly budget: Budget; readonly left: Amount };

/** What a cap still allows, or a floor still lacks (0: met), in the limit's own measure. */
export type Rest = { readonly limit: GroupLimit; readonly rest: number };

/** What the limits leave after some grants. Never changed; every grant makes a new one. */
export type Purse = {
  readonly pots: readonly Pot[];
  /** Infinity where the number of projects is not limited. */
  readonly places: number;
  readonly caps: readonly Rest[];
  readonly floors: readonly Rest[];
};

export const openPurse = ({ budgets, caps, floors, count }: Limits): Purse => ({
  pots: budgets.map((budget) => ({ budget, left: budget.amount })),
  places: count ?? Infinity,
  caps: caps.map((limit) => ({ limit, rest: limit.value })),
  floors: floors.map((limit) => ({ limit, rest: limit.value })),
});

/**
 * The purse after a grant.
 * @param costs by budget; left out: what the project asks for
 */
export function pay({ pots, places, caps, floors }: Purse, project: Project, costs = project.costs): Purse {
  const amount = totalOf(costs);
  const lower = ({ limit, rest }: Rest): Rest => ({ limit, rest: rest - weightIn(limit, project, amount) });
  return {
    pots: pots.map(({ budget, left }, index) => ({ budget, left: left - (costs[index] ?? 0) })),
    places: places - 1,
    caps: caps.map(lower),
    floors: floors.map(lower).map(({ limit, rest }) => ({ limit, rest: Math.max(0, rest) })),
  };
}

/** What keeps a project from its grant. */
export type Obstacle =
  | { readonly kind: 'count' }
  | { readonly kind: 'cap'; readonly cap: GroupLimit; readonly left: number }
  | { readonly kind: 'budget'; readonly budget: Budget; readonly left: Amount };

/**
 * The first limit that a grant would break: places, then caps, then money; null: it fits.
 * @param costs by budget; left out: what the project asks for
 */
export function obstacleTo(purse: Purse, project: Project, costs = project.costs): Obstacle | null {
  if (purse.places < 1) return { kind: 'count' };
  const amount = totalOf(costs);
  const full = purse.caps.find(({ limit, rest }) => weightIn(limit, project, amount) > rest);
  if (full) return { kind: 'cap', cap: full.limit, left: full.rest };
  const short = purse.pots.find(({ left }, index) => (costs[index] ?? 0) > left);
  return short ? { kind: 'budget', budget: short.budget, left: short.left } : null;
}

/** The limits for those who come after. A cap or budget that is overdrawn leaves nothing. */
export const limitsLeft = ({ pots, places, caps, floors }: Purse): Limits => ({
  budgets: pots.map(({ budget, left }) => ({ ...budget, amount: left })),
  caps: caps.map(({ limit, rest }) => ({ ...limit, value: rest })),
  floors: floors.filter(({ rest }) => rest > 0).map(({ limit, rest }) => ({ ...limit, value: rest })),
  count: places === Infinity ? null : places,
});

/** The floors that are not met yet. */
export const openFloors = ({ floors }: Purse): readonly GroupLimit[] =>
  floors.filter(({ rest }) => rest > 0).map(({ limit }) => limit);

/** Whether a whole grant would bring a floor nearer. */
export const helpsFloor = ({ floors }: Purse, project: Project): boolean =>
  floors.some(({ limit, rest }) => rest > 0 && weightIn(limit, project, requestedOf(project)) > 0);
