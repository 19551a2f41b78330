import type { Board } from '../grid/board.ts';
import { NOBODY } from '../grid/board.ts';

/** A seat of a placed defense that another free judge could take. */
export interface Substitution {
  readonly proposal: number;
  readonly from: number;
  readonly to: number;
}

/** Finds substitutes on a board that does not change meanwhile; each seat is looked at once. */
export class Substitutes {
  private readonly board: Board;
  private readonly known = new Map<number, Substitution | null>();

  constructor(board: Board) {
    this.board = board;
  }

  find(proposal: number, judge: number): Substitution | null {
    const key = proposal * this.board.grid.judgeRun.length + judge;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const to = substituteFor(this.board, proposal, judge);
    const found = to === NOBODY ? null : { proposal, from: judge, to };
    this.known.set(key, found);
    return found;
  }
}

/** A judge who could take the seat of `judge` in a placed defense now; `NOBODY` where there is none. */
export function substituteFor(board: Board, proposal: number, judge: number): number {
  const spot = board.spot(proposal);
  if (spot === null) return NOBODY;
  const { eligible, judgeRun, duration } = board.grid;
  const slots = duration[proposal] ?? 1;
  for (const other of eligible[proposal]?.[spot.judges.indexOf(judge)] ?? [])
    if (
      !spot.judges.includes(other) &&
      !board.isFull(other) &&
      (judgeRun[other]?.[spot.start] ?? 0) >= slots &&
      board.judges.isFree(other, spot.start, slots)
    )
      return other;
  return NOBODY;
}

/** Gives the seat to the other judge; false, and nothing done, if that is no longer possible. */
export function substitute(board: Board, { proposal, from, to }: Substitution): boolean {
  const spot = board.spot(proposal);
  if (spot === null) return false;
  const { judgeRun, duration } = board.grid;
  const slots = duration[proposal] ?? 1;
  if (
    !spot.judges.includes(from) ||
    spot.judges.includes(to) ||
    board.isFull(to) ||
    (judgeRun[to]?.[spot.start] ?? 0) < slots ||
    !board.judges.isFree(to, spot.start, slots)
  )
    return false;
  board.remove(proposal);
  board.place(proposal, { ...spot, judges: spot.judges.map((each) => (each === from ? to : each)) });
  return true;
}
