import type { Move, NumberedPlacement, SeatChange } from './plan.ts';

/** Teams of the old plan with another time or room in the new one, or none. */
export function moves(before: readonly NumberedPlacement[], after: readonly NumberedPlacement[]): Move[] {
  const now = byProposal(after);
  return before.flatMap((from): Move[] => {
    const to = now.get(from.proposal) ?? null;
    const same = to !== null && to.day === from.day && to.slot === from.slot && to.room === from.room;
    return same ? [] : [{ proposal: from.proposal, from, to }];
  });
}

/** Seats of defenses in both plans that another judge has now. */
export function seatChanges(
  before: readonly NumberedPlacement[],
  after: readonly NumberedPlacement[],
): SeatChange[] {
  const now = byProposal(after);
  return before.flatMap(({ proposal, judges }) =>
    Object.entries(judges).flatMap(([role, from]): SeatChange[] => {
      const to = now.get(proposal)?.judges[role];
      return to === undefined || to === from ? [] : [{ proposal, role, from, to }];
    }),
  );
}

const byProposal = (plan: readonly NumberedPlacement[]) =>
  new Map(plan.map((placement) => [placement.proposal, placement]));
