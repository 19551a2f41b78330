/** `fixtures/schedule/lot-small.json`: two panels that sit through, one applicant never in two places. */
export interface LotSmall {
  readonly data: {
    readonly slots: readonly number[];
    readonly panels: Readonly<Record<string, readonly string[]>>;
    readonly ngo: Readonly<Record<string, string>>;
    readonly available_slots: Readonly<Record<string, readonly number[]>>;
    readonly same_ngo_min_slot_distance: number;
    readonly lot_order: readonly string[];
  };
  readonly expected: { readonly lexicographic_schedule: Readonly<Record<string, number>> };
  readonly replan: {
    readonly late_proposal: string;
    readonly late_ngo_available: readonly number[];
    readonly expected_min_moves: number;
    readonly expected_displacement_at_min_moves: number;
    readonly expected_schedule: Readonly<Record<string, number>>;
  };
}

/** The fixture as a `schedule/1` file: a panel is one judge, each panel has a room. */
export function lotSmallFile({ data }: LotSmall) {
  const panels = Object.entries(data.panels);
  const panelOf = (proposal: string) => panels.find(([, members]) => members.includes(proposal))?.[0] ?? '';
  return {
    format: 'schedule/1',
    days: [{ id: 'd1', slots: data.slots.length }],
    rooms: panels.map(([id]) => ({ id: `room-${id}` })),
    judges: panels.map(([id]) => ({ id })),
    proposals: Object.entries(data.ngo).map(([id, applicant]) => ({
      id,
      applicant,
      roles: [{ role: 'panel', eligible: [panelOf(id)] }],
      open: [{ day: 'd1', slots: data.available_slots[id] ?? [] }],
    })),
    gap: { applicant: data.same_ngo_min_slot_distance - 1 },
    lot: data.lot_order,
  };
}
