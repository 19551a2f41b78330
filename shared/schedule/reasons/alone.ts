import type { Grid } from '../grid/grid.ts';

/** Why a proposal cannot be placed even where nothing else is. */
export type AloneCause =
  | { readonly kind: 'no_eligible' | 'no_judge'; readonly role: string }
  | { readonly kind: 'too_long' | 'never_there' | 'no_room' | 'no_panel' };

/** Null where the proposal could be placed alone. The first that is missing is named: team, room, judges. */
export function aloneCause(grid: Grid, proposal: number): AloneCause | null {
  if ((grid.starts[proposal]?.length ?? 0) > 0) return null;
  const { dayEnd, roomRun, judgeRun, judgeMax, model } = grid;
  const slots = grid.duration[proposal] ?? 1;
  const roles = model.proposals[proposal]?.roles ?? [];
  const empty = roles.find(({ eligible }) => eligible.length === 0);
  if (empty !== undefined) return { kind: 'no_eligible', role: empty.role };
  const all = Array.from({ length: grid.slotCount }, (_, start) => start);
  const inDay = all.filter((start) => start + slots <= (dayEnd[start] ?? 0));
  if (inDay.length === 0) return { kind: 'too_long' };
  const there = inDay.filter((start) => (grid.proposalRun[proposal]?.[start] ?? 0) >= slots);
  if (there.length === 0) return { kind: 'never_there' };
  const withRoom = there.filter((start) => roomRun.some((run) => (run[start] ?? 0) >= slots));
  if (withRoom.length === 0) return { kind: 'no_room' };
  const role = (grid.eligible[proposal] ?? []).findIndex((judges) =>
    withRoom.every((start) =>
      judges.every((judge) => (judgeRun[judge]?.[start] ?? 0) < slots || judgeMax[judge] === 0),
    ),
  );
  return role < 0 ? { kind: 'no_panel' } : { kind: 'no_judge', role: roles[role]?.role ?? '' };
}
