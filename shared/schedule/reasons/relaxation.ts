import { Board } from '../grid/board.ts';
import type { Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';

/** One rule that would have to give way. */
export type Relaxed =
  | { readonly kind: 'proposal_there' }
  | { readonly kind: 'room_open'; readonly room: string }
  | { readonly kind: 'one_more_room' }
  | { readonly kind: 'judge_there' | 'judge_more'; readonly judge: string }
  | { readonly kind: 'one_more_judge'; readonly role: string };

/** Where a proposal could stand beside the plan as it is, and the rules that would have to give way for it. */
export interface Relaxation {
  readonly day: string;
  readonly slot: number;
  readonly relaxed: readonly Relaxed[];
}

/** The start that needs the fewest rules to give way while nothing else moves, the earliest of them; null: none. */
export function cheapestRelaxation(grid: Grid, spots: Spots, proposal: number): Relaxation | null {
  const board = new Board(grid, spots);
  const slots = grid.duration[proposal] ?? 1;
  let best: { start: number; relaxed: Relaxed[] } | null = null;
  for (let start = 0; start < grid.slotCount; start += 1) {
    if (start + slots > (grid.dayEnd[start] ?? 0)) continue;
    const applicant = grid.applicant[proposal] ?? -1;
    if (applicant >= 0 && !board.applicants.isFree(applicant, start, slots)) continue;
    const relaxed = relaxedAt(board, proposal, start);
    if (relaxed.length < (best?.relaxed.length ?? Infinity)) best = { start, relaxed };
  }
  if (best === null) return null;
  const day = grid.model.days[grid.dayOf[best.start] ?? 0]?.id ?? '';
  return { day, slot: best.start - (grid.dayStart[best.start] ?? 0) + 1, relaxed: best.relaxed };
}

function relaxedAt(board: Board, proposal: number, start: number): Relaxed[] {
  const { grid } = board;
  const slots = grid.duration[proposal] ?? 1;
  const there = (grid.proposalRun[proposal]?.[start] ?? 0) >= slots;
  return [
    ...(there ? [] : [{ kind: 'proposal_there' } as const]),
    ...room(board, start, slots),
    ...seats(board, proposal, start),
  ];
}

function room(board: Board, start: number, slots: number): Relaxed[] {
  const { roomRun, model } = board.grid;
  const free = [...roomRun.keys()].filter((each) => board.rooms.isFree(each, start, slots));
  if (free.some((each) => (roomRun[each]?.[start] ?? 0) >= slots)) return [];
  const [closed] = free;
  return closed === undefined
    ? [{ kind: 'one_more_room' }]
    : [{ kind: 'room_open', room: model.rooms[closed]?.id ?? '' }];
}

/** Seats the free judges first; what is left asks one judge each to come, to do one more, or for another judge. */
function seats(board: Board, proposal: number, start: number): Relaxed[] {
  const { grid } = board;
  const slots = grid.duration[proposal] ?? 1;
  const { judges } = grid.model;
  const taken = new Set<number>();
  const cost = (judge: number): number => {
    if (taken.has(judge) || !board.judges.isFree(judge, start, slots)) return Infinity;
    const away = (grid.judgeRun[judge]?.[start] ?? 0) < slots ? 1 : 0;
    return away + (board.isFull(judge) ? 1 : 0);
  };
  const order = [...(grid.eligible[proposal] ?? []).entries()].sort(
    ([, a], [, b]) => freeOf(a, cost) - freeOf(b, cost),
  );
  return order.flatMap(([seat, eligible]): Relaxed[] => {
    const chosen = [...eligible].sort((a, b) => cost(a) - cost(b) || a - b)[0];
    if (chosen === undefined || cost(chosen) > 1)
      return [{ kind: 'one_more_judge', role: grid.model.proposals[proposal]?.roles[seat]?.role ?? '' }];
    const needs = cost(chosen);
    const away = (grid.judgeRun[chosen]?.[start] ?? 0) < slots;
    taken.add(chosen);
    if (needs === 0) return [];
    return [{ kind: away ? 'judge_there' : 'judge_more', judge: judges[chosen]?.id ?? '' }];
  });
}

const freeOf = (judges: Int32Array, cost: (judge: number) => number): number =>
  judges.filter((judge) => cost(judge) === 0).length;
