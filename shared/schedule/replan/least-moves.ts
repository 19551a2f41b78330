import type { Spot, Spots } from '../grid/board.ts';
import { Board, NOBODY } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import type { Budget } from './repair-seats.ts';
import { repairSeats } from './repair-seats.ts';

export interface LeastMovesTask {
  readonly grid: Grid;
  /** The published plan. */
  readonly old: Spots;
  /** Whose time and room stay. */
  readonly frozen: ReadonlySet<number>;
  /** Whose seats stay, too: what is over. */
  readonly past: ReadonlySet<number>;
  /** Placed proposals that cannot stay where they are. */
  readonly hit: readonly number[];
  /** Whose earlier start decides between plans that are otherwise equal. */
  readonly order: readonly number[];
}

/** Plans are compared by these, one after the other; less is better. */
export interface MoveCost {
  /** Without a place. */
  readonly dropped: number;
  /** Another time or room, the dropped included. */
  readonly moved: number;
  /** Slots between old and new start, summed up. */
  readonly shift: number;
  /** Seats that change hands, those of moved defenses included. */
  readonly seats: number;
}

export interface LeastMoves {
  readonly spots: Spots;
  readonly cost: MoveCost;
  readonly proven: boolean;
}

/** Steps for one number of dropped proposals; a county's day takes a few thousand. */
const STEPS = 300_000;

/**
 * The plan with the fewest dropped, then the fewest moved, and so on as in `MoveCost`: by trying to place those hit,
 * each at every start and room it could have, where who stands in the way and may move has to be placed in turn, with
 * one move allowed, then two and so on. When the steps run out, the plan is not proven to be the best.
 * @returns null where those that stay keep a seat that nobody can take, or where nothing was found in time
 */
export function leastMoves(task: LeastMovesTask): LeastMoves | null {
  const movable = task.old.filter((spot, proposal) => spot !== null && !task.frozen.has(proposal)).length;
  let proven = true;
  for (let dropped = 0; dropped <= movable; dropped += 1) {
    const budget: Budget = { left: STEPS };
    for (let moved = Math.max(dropped, task.hit.length); moved <= movable; moved += 1) {
      const search = new MoveSearch(task, { dropped, moved }, budget);
      const found = search.run();
      if (found !== null) return { ...found, proven: proven && budget.left >= 0 };
      if (!search.cut || budget.left < 0) break;
    }
    proven &&= budget.left >= 0;
  }
  return null;
}

class MoveSearch {
  /** Whether more moves would open more plans. */
  cut = false;
  private readonly task: LeastMovesTask;
  private readonly limit: { readonly dropped: number; readonly moved: number };
  private readonly budget: Budget;
  private readonly board: Board;
  private readonly moved = new Set<number>();
  private dropped = 0;
  private shift = 0;
  private best: Omit<LeastMoves, 'proven'> | null = null;

  constructor(task: LeastMovesTask, limit: { dropped: number; moved: number }, budget: Budget) {
    this.task = task;
    this.limit = limit;
    this.budget = budget;
    this.board = new Board(task.grid, withoutSeats(task.old));
  }

  run(): Omit<LeastMoves, 'proven'> | null {
    for (const proposal of this.task.hit) this.lift(proposal);
    this.visit([...this.task.hit]);
    return this.best;
  }

  private lift(proposal: number): void {
    this.board.remove(proposal);
    this.moved.add(proposal);
  }

  private visit(pending: readonly number[]): void {
    this.budget.left -= 1;
    if (this.budget.left < 0 || this.shift > (this.best?.cost.shift ?? Infinity)) return;
    const [proposal, ...rest] = pending;
    if (proposal === undefined) return this.finish();
    const { starts, roomRun, duration } = this.task.grid;
    const old = this.task.old[proposal];
    for (const start of nearestFirst(starts[proposal] ?? [], old?.start ?? 0))
      for (const [room, run] of roomRun.entries())
        if ((run[start] ?? 0) >= (duration[proposal] ?? 1) && !(start === old?.start && room === old.room))
          this.tryAt(proposal, { start, room, judges: [] }, rest);
    if (this.dropped < this.limit.dropped) {
      this.dropped += 1;
      this.visit(rest);
      this.dropped -= 1;
    }
  }

  private tryAt(proposal: number, spot: Spot, rest: readonly number[]): void {
    const inTheWay = this.inTheWay(proposal, spot);
    if (inTheWay.some((each) => this.moved.has(each) || this.task.frozen.has(each))) return;
    if (this.moved.size + inTheWay.length > this.limit.moved) {
      this.cut = true;
      return;
    }
    const before = inTheWay.map((each) => ({ each, spot: this.board.spot(each) }));
    const shift = Math.abs(spot.start - (this.task.old[proposal]?.start ?? 0));
    for (const each of inTheWay) this.lift(each);
    this.board.place(proposal, spot);
    this.shift += shift;
    this.visit([...rest, ...inTheWay]);
    this.shift -= shift;
    this.board.remove(proposal);
    for (const { each, spot: old } of before) {
      this.moved.delete(each);
      if (old !== null) this.board.place(each, old);
    }
  }

  /** Everybody has a place: the judges decide whether one more has to move. */
  private finish(): void {
    const { grid, old, past } = this.task;
    const spots = this.board.all().map((spot, proposal): Spot | null => {
      const judges = old[proposal]?.judges;
      return spot && { ...spot, judges: judges ?? (grid.eligible[proposal] ?? []).map(() => NOBODY) };
    });
    const seats = grid.eligible.reduce((sum, roles) => sum + roles.length, 0);
    const repaired = repairSeats(grid, spots, past, seats, this.budget);
    if (repaired !== null) return this.offer(repaired.spots, repaired.changes);
    if (this.moved.size >= this.limit.moved) {
      this.cut = true;
      return;
    }
    for (const [proposal, spot] of spots.entries()) {
      if (spot === null || this.moved.has(proposal) || this.task.frozen.has(proposal)) continue;
      this.lift(proposal);
      this.visit([proposal]);
      this.moved.delete(proposal);
      this.board.place(proposal, { ...spot, judges: [] });
    }
  }

  private offer(spots: Spots, seats: number): void {
    const { dropped, shift } = this;
    const cost: MoveCost = { dropped, moved: this.moved.size, shift, seats };
    if (this.best === null || this.isBetter({ spots, cost }, this.best)) this.best = { spots, cost };
  }

  private isBetter(one: Omit<LeastMoves, 'proven'>, two: Omit<LeastMoves, 'proven'>): boolean {
    for (const key of ['dropped', 'moved', 'shift', 'seats'] as const)
      if (one.cost[key] !== two.cost[key]) return one.cost[key] < two.cost[key];
    for (const proposal of this.task.order) {
      const [a, b] = [one, two].map(({ spots }) => spots[proposal]?.start ?? Infinity);
      if (a !== b) return (a ?? 0) < (b ?? 0);
    }
    return false;
  }

  private inTheWay(proposal: number, { start, room }: Spot): number[] {
    const { applicant, duration } = this.task.grid;
    const slots = duration[proposal] ?? 1;
    const found = new Set<number>();
    const shared = applicant[proposal] ?? NOBODY;
    const rows = [
      [this.board.rooms, room] as const,
      ...(shared < 0 ? [] : [[this.board.applicants, shared] as const]),
    ];
    for (const [occupancy, row] of rows)
      for (let who = occupancy.next(row, start, slots, 0); who !== NOBODY;) {
        found.add(who);
        const end = (this.board.spot(who)?.start ?? 0) + (duration[who] ?? 1);
        who = occupancy.next(row, start, slots, end);
      }
    return [...found];
  }
}

const withoutSeats = (spots: Spots): Spots => spots.map((spot) => spot && { ...spot, judges: [] });

function nearestFirst(starts: ArrayLike<number>, old: number): number[] {
  return Array.from(starts).sort((a, b) => Math.abs(a - old) - Math.abs(b - old) || a - b);
}
