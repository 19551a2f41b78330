import type { Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import { gridOf } from '../grid/grid.ts';
import type { ScheduleModel } from '../model.ts';
import { placementsOf, spotsOf } from '../plan/placements.ts';
import type { Moment, ReplanFact } from './facts.ts';
import type { LeastMoves } from './least-moves.ts';
import { leastMoves } from './least-moves.ts';
import type { NumberedPlacement, Replan } from './plan.ts';
import { moves, seatChanges } from './differences.ts';
import type { ReplanModel } from './replan-model.ts';
import { replanModel } from './replan-model.ts';

/** A plan in force and what happened to it. Ids name proposals and judges of the model. */
export interface ReplanTask {
  readonly model: ScheduleModel;
  /** Breaks no rule of the model. */
  readonly plan: readonly NumberedPlacement[];
  /** Defenses that begin before this are over or on. */
  readonly now: Moment;
  /** Proposals whose place was announced as final: they stay unless a fact is about themselves. */
  readonly announced: readonly string[];
  readonly facts: readonly ReplanFact[];
}

/**
 * The plan with the least change after the facts: as few teams without a place as possible, then as few moved to
 * another time or room, then as few slots between old and new, then as few seats that change hands, then the earliest
 * starts in lot order. What is past keeps time, room and judges, what was announced time and room; an announced team
 * moves only where its own lateness or a judge nobody can stand in for forces it. Every team keeps its number, and
 * the number of one that is gone stays unused.
 */
export function replan({ model, plan, now, announced, facts }: ReplanTask): Replan {
  const after = (names: readonly string[]) => replanModel(model, plan, now, new Set(names), facts);
  const strict = after(announced);
  const kept = leastChange(strict, plan);
  if (kept !== null) return answer(strict, plan, kept);
  const loose = after([]);
  return answer(loose, plan, leastChange(loose, plan) ?? withoutTheHit(loose, plan));
}

function leastChange(after: ReplanModel, plan: readonly NumberedPlacement[]): LeastMoves | null {
  const grid = gridOf(after.model);
  const index = new Map(after.model.proposals.map(({ id }, position) => [id, position]));
  const indexes = (ids: Iterable<string>) => new Set([...ids].map((id) => index.get(id) ?? -1));
  const old = spotsOf(grid, plan);
  const frozen = indexes(after.frozen);
  const hit = hitByTime(grid, old, frozen);
  const order = (after.model.lot ?? []).map((id) => index.get(id) ?? -1);
  return leastMoves({
    grid,
    old,
    frozen,
    past: indexes(after.past),
    hit,
    order: [...order, ...index.values()],
  });
}

/** Those that cannot start when the plan says. */
function hitByTime(grid: Grid, old: Spots, frozen: ReadonlySet<number>): number[] {
  return [...old.entries()].flatMap(([proposal, spot]) => {
    const there = (grid.proposalRun[proposal]?.[spot?.start ?? 0] ?? 0) >= (grid.duration[proposal] ?? 1);
    return spot === null || there || frozen.has(proposal) ? [] : [proposal];
  });
}

/** Where the search ended without a plan: the others stay, those hit by a fact have no place yet. */
function withoutTheHit(after: ReplanModel, plan: readonly NumberedPlacement[]): LeastMoves {
  const grid = gridOf(after.model);
  const past = new Set(
    after.model.proposals.flatMap(({ id }, position) => (after.past.has(id) ? [position] : [])),
  );
  const old = spotsOf(grid, plan);
  const hit = new Set(hitByTime(grid, old, past));
  const spots = old.map((spot, proposal) => {
    const seated = spot?.judges.every(
      (judge) => (grid.judgeRun[judge]?.[spot.start] ?? 0) >= (grid.duration[proposal] ?? 1),
    );
    return past.has(proposal) || (seated === true && !hit.has(proposal)) ? spot : null;
  });
  const dropped = old.filter((spot, proposal) => spot !== null && spots[proposal] === null).length;
  return { spots, cost: { dropped, moved: dropped, shift: 0, seats: 0 }, proven: false };
}

function answer(
  after: ReplanModel,
  plan: readonly NumberedPlacement[],
  { spots, proven }: LeastMoves,
): Replan {
  const byId = new Map(
    placementsOf(gridOf(after.model), spots).map((placement) => [placement.proposal, placement]),
  );
  const placements = plan.flatMap(({ proposal, number }): NumberedPlacement[] => {
    const placement = byId.get(proposal);
    return placement === undefined ? [] : [{ ...placement, number }];
  });
  const staying = plan.filter(({ proposal }) => !after.gone.has(proposal));
  return { placements, moved: moves(staying, placements), seats: seatChanges(staying, placements), proven };
}
