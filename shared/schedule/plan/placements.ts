import type { Spot, Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import type { Placement } from '../model.ts';

/** Spots as placements, by day, slot and room. */
export function placementsOf(grid: Grid, spots: Spots): Placement[] {
  const placed = spots.flatMap((spot, proposal) => (spot === null ? [] : [{ spot, proposal }]));
  placed.sort((a, b) => a.spot.start - b.spot.start || a.spot.room - b.spot.room);
  return placed.map(({ spot, proposal }) => placementOf(grid, proposal, spot));
}

function placementOf(
  { model, dayOf, dayStart }: Grid,
  index: number,
  { start, room, judges }: Spot,
): Placement {
  const proposal = model.proposals[index];
  const seats = (proposal?.roles ?? []).map(({ role }, seat) => [
    role,
    model.judges[judges[seat] ?? -1]?.id ?? '',
  ]);
  return {
    proposal: proposal?.id ?? '',
    day: model.days[dayOf[start] ?? -1]?.id ?? '',
    slot: start - (dayStart[start] ?? 0) + 1,
    room: model.rooms[room]?.id ?? '',
    judges: Object.fromEntries(seats),
  };
}

/** Placements of a plan that breaks no rule as spots, by proposal. */
export function spotsOf(grid: Grid, plan: readonly Placement[]): Spots {
  const { model } = grid;
  const byProposal = new Map(plan.map((placement) => [placement.proposal, placement]));
  const judge = new Map(model.judges.map(({ id }, index) => [id, index]));
  const firstSlot = new Map(model.days.map(({ id }, day) => [id, grid.dayOf.indexOf(day)]));
  const room = new Map(model.rooms.map(({ id }, index) => [id, index]));
  return model.proposals.map(({ id, roles }): Spot | null => {
    const placement = byProposal.get(id);
    return placement === undefined
      ? null
      : {
          start: (firstSlot.get(placement.day) ?? 0) + placement.slot - 1,
          room: room.get(placement.room) ?? -1,
          judges: roles.map(({ role }) => judge.get(placement.judges[role] ?? '') ?? -1),
        };
  });
}
