import type { Board, Spot } from '../grid/board.ts';
import { seatJudges } from '../grid/seats.ts';

/** What it costs later to use up a start, a room or a judge now: the cheapest are taken first. */
export interface Prices {
  readonly start: Float64Array;
  readonly judge: Float64Array;
}

/** The cheapest of the given starts at which a defense fits beside everything placed; null where there is none. */
export function freeSpot(
  board: Board,
  proposal: number,
  starts: ArrayLike<number>,
  prices: Prices,
): Spot | null {
  let best: Spot | null = null;
  let least = Infinity;
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    const price = prices.start[start] ?? 0;
    if (price >= least) continue;
    const spot = spotAt(board, proposal, start, prices);
    if (spot === null) continue;
    best = spot;
    least = price;
  }
  return best;
}

/** Where a defense fits if it starts at this slot, beside everything placed; null where it does not. */
export function spotAt(board: Board, proposal: number, start: number, prices: Prices): Spot | null {
  const { duration, applicant, roomRun } = board.grid;
  const slots = duration[proposal] ?? 1;
  const shared = applicant[proposal] ?? -1;
  if (shared >= 0 && !board.applicants.isFree(shared, start, slots)) return null;
  let room = -1;
  let tightest = Infinity;
  for (const [index, run] of roomRun.entries()) {
    const open = run[start] ?? 0;
    if (open < slots || open >= tightest || !board.rooms.isFree(index, start, slots)) continue;
    room = index;
    tightest = open;
  }
  if (room < 0) return null;
  const judges = freeJudges(board, proposal, start, prices);
  return judges && { start, room, judges };
}

function freeJudges(board: Board, proposal: number, start: number, prices: Prices): number[] | null {
  const { duration, eligible, judgeRun, judgeMax } = board.grid;
  const slots = duration[proposal] ?? 1;
  const candidates: number[][] = [];
  const price = (judge: number) =>
    (prices.judge[judge] ?? 0) * (1 + board.defensesOf(judge).length / (judgeMax[judge] ?? 1));
  for (const judges of eligible[proposal] ?? []) {
    const free: number[] = [];
    for (const judge of judges)
      if (
        (judgeRun[judge]?.[start] ?? 0) >= slots &&
        !board.isFull(judge) &&
        board.judges.isFree(judge, start, slots)
      )
        free.push(judge);
    if (free.length === 0) return null;
    candidates.push(free);
  }
  for (const free of candidates) free.sort((a, b) => price(a) - price(b) || a - b);
  return seatJudges(candidates);
}
