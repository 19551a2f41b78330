import type { Amount, GroupLimit } from '../limits.ts';
import { totalOf } from '../limits.ts';
import type { Obstacle, Pot, Purse } from '../purse.ts';
import { helpsFloor, obstacleTo, openFloors, pay } from '../purse.ts';
import type { Candidate, Cause, Grant, RankRule, Ranked } from './candidate.ts';
import type { FloorOracle } from './floor-oracle.ts';
import { canMeetFloors } from './floor-oracle.ts';
import { costsToTrim, shortage } from './trim.ts';

/** Where the list stands on its way down the ranks. */
export type Standing = {
  readonly purse: Purse;
  /** Why nobody further down can be funded any more, floors aside. */
  readonly ended: 'after_stop' | 'after_tie' | null;
  /** Ids of budgets that a stop has closed. */
  readonly closed: ReadonlySet<string>;
};

/** What one step needs to know. */
export type Way = {
  readonly rule: RankRule;
  readonly oracle: FloorOracle;
  /** Eligible candidates that come after the one to be settled. */
  readonly later: readonly Ranked[];
};

export type Step = { readonly grant: Grant; readonly next: Standing };

export const refused = (candidate: Candidate, cause: Cause): Grant => ({
  candidate,
  costs: candidate.costs.map(() => 0),
  amount: 0,
  cause,
});

/** Grants or refuses one candidate. */
export function settle(at: Standing, candidate: Ranked, way: Way): Step {
  const refuse = (cause: Cause, next = at): Step => ({ grant: refused(candidate, cause), next });
  const over = endFor(at, candidate);
  if (over !== null && (over === 'after_tie' || !helpsFloor(at.purse, candidate)))
    return refuse(spent(at.purse, candidate) ?? { kind: over });

  const obstacle = obstacleTo(at.purse, candidate) ?? floorsInTheWay(at.purse, candidate, way);
  if (obstacle === null) return give(at, candidate, candidate.costs, { kind: 'whole' });
  if (obstacle.kind === 'count' || obstacle.kind === 'cap') return refuse(obstacle);
  if (obstacle.kind === 'places_held') return refuse({ kind: 'held', floors: obstacle.floors });

  const mayTrim = way.rule.trimLast && over === null;
  const trimmed = mayTrim ? costsToTrim(at.purse, candidate, way) : null;
  const next = way.rule.rule === 'stop' && over === null ? closed(at, candidate, way.rule) : at;
  if (trimmed === null) return refuse(moneyCause(at.purse, candidate, obstacle, mayTrim), next);
  const cause: Cause = {
    kind: 'trimmed',
    kept: openFloors(at.purse),
    ...shortage(at.purse, candidate, trimmed),
  };
  return give(next, candidate, trimmed, cause);
}

/** A trimmed grant counts towards no floor: floors are met by whole ones. */
function give(at: Standing, candidate: Ranked, costs: readonly Amount[], cause: Cause): Step {
  const purse = pay(at.purse, candidate, costs);
  return {
    grant: { candidate, costs, amount: totalOf(costs), cause },
    next: { ...at, purse: cause.kind === 'whole' ? purse : { ...purse, floors: at.purse.floors } },
  };
}

/** The pots that a candidate asks money of. */
const potsOf = ({ pots }: Purse, { costs }: Candidate): Pot[] =>
  pots.filter((_pot, index) => (costs[index] ?? 0) > 0);

function endFor(at: Standing, candidate: Ranked): Standing['ended'] {
  if (at.ended !== null) return at.ended;
  return potsOf(at.purse, candidate).some(({ budget }) => at.closed.has(budget.id)) ? 'after_stop' : null;
}

function spent(purse: Purse, candidate: Ranked): Cause | null {
  const empty = potsOf(purse, candidate).find(({ left }) => left === 0);
  return empty ? { kind: 'no_money', budget: empty.budget } : null;
}

/** Fits, but then the floors could not be met any more: for want of money, or of places. */
type FloorObstacle = {
  readonly kind: 'money_held' | 'places_held';
  readonly floors: readonly GroupLimit[];
};

function floorsInTheWay(purse: Purse, candidate: Ranked, { later, oracle }: Way): FloorObstacle | null {
  const after = pay(purse, candidate);
  if (canMeetFloors(after, later, oracle)) return null;
  const isMoney = canMeetFloors({ ...after, pots: [] }, later, oracle);
  return { kind: isMoney ? 'money_held' : 'places_held', floors: openFloors(after) };
}

/** The standing after a stop at a candidate: everything is over, or what its budgets pay for. */
function closed(at: Standing, candidate: Ranked, { stopEnds }: RankRule): Standing {
  if (stopEnds === 'list') return { ...at, ended: 'after_stop' };
  return {
    ...at,
    closed: new Set([...at.closed, ...potsOf(at.purse, candidate).map(({ budget }) => budget.id)]),
  };
}

function moneyCause(
  purse: Purse,
  candidate: Ranked,
  obstacle: Extract<Obstacle, { kind: 'budget' }> | FloorObstacle,
  mayTrim: boolean,
): Cause {
  if (obstacle.kind !== 'budget') return { kind: 'held', floors: obstacle.floors };
  if (obstacle.left === 0) return { kind: 'no_money', budget: obstacle.budget };
  const most = totalOf(purse.pots.map(({ left }, index) => Math.min(left, candidate.costs[index] ?? 0)));
  const short = shortage(
    purse,
    candidate,
    purse.pots.map(({ left }) => left),
  );
  return { kind: 'too_dear', belowMinimum: mayTrim && most < candidate.minimum, ...short };
}
