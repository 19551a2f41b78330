import type { Spot, Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';

/** A seat: of which proposal, which role by index. */
interface Seat {
  readonly proposal: number;
  readonly role: number;
}

/** Counts the work of a search and ends it. */
export interface Budget {
  left: number;
}

/**
 * The fewest changes of seats after which no judge is away, in two places at once or above the most, for given starts:
 * by trying one change, then two and so on, each at a seat of some rule that is broken. Null where none exists.
 * @param fixed proposals whose seats stay
 * @param most give up above this many changes
 */
export function repairSeats(
  grid: Grid,
  spots: Spots,
  fixed: ReadonlySet<number>,
  most: number,
  budget: Budget,
): { spots: Spots; changes: number } | null {
  const repair = new Repair(grid, spots, fixed, budget);
  for (let changes = 0; changes <= most; changes += 1) {
    if (repair.run(changes)) return { spots: repair.result(), changes };
    if (!repair.cut) return null;
  }
  return null;
}

class Repair {
  /** Whether the last run could have gone on with more changes. */
  cut = false;
  private readonly grid: Grid;
  private readonly fixed: ReadonlySet<number>;
  private readonly budget: Budget;
  private readonly spots: (Spot | null)[];
  private readonly changed = new Set<string>();

  constructor(grid: Grid, spots: Spots, fixed: ReadonlySet<number>, budget: Budget) {
    this.grid = grid;
    this.spots = [...spots];
    this.fixed = fixed;
    this.budget = budget;
  }

  result(): Spots {
    return this.spots;
  }

  run(changes: number): boolean {
    this.cut = false;
    return this.visit(changes);
  }

  private visit(changes: number): boolean {
    this.budget.left -= 1;
    if (this.budget.left < 0) return false;
    const broken = this.broken();
    if (broken === null) return true;
    const open = broken.filter(
      ({ proposal, role }) => !this.fixed.has(proposal) && !this.changed.has(`${proposal}:${role}`),
    );
    if (changes === 0) {
      this.cut ||= open.length > 0;
      return false;
    }
    return open.some((seat) => this.change(seat, changes));
  }

  private change({ proposal, role }: Seat, changes: number): boolean {
    const before = this.spots[proposal];
    if (!before) return false;
    const key = `${proposal}:${role}`;
    this.changed.add(key);
    for (const judge of this.grid.eligible[proposal]?.[role] ?? []) {
      if (judge === before.judges[role] || !this.isThere(judge, proposal, before.start)) continue;
      this.spots[proposal] = { ...before, judges: replaced(before.judges, role, judge) };
      if (this.visit(changes - 1)) return true;
    }
    this.spots[proposal] = before;
    this.changed.delete(key);
    return false;
  }

  /** The seats of the first broken rule; null where none is. Rules broken among fixed seats only are none of ours. */
  private broken(): Seat[] | null {
    const byJudge = new Map<number, Seat[]>();
    for (const [proposal, spot] of this.spots.entries())
      for (const [role, judge] of (spot?.judges ?? []).entries()) {
        const seat = { proposal, role };
        const start = spot?.start ?? 0;
        if (!this.fixed.has(proposal) && (judge < 0 || !this.isThere(judge, proposal, start))) return [seat];
        const seats = byJudge.get(judge);
        if (seats === undefined) byJudge.set(judge, [seat]);
        else seats.push(seat);
      }
    for (const [judge, seats] of byJudge) {
      const clash = this.clash(seats);
      if (clash !== null) return clash;
      if (
        seats.length > (this.grid.judgeMax[judge] ?? 0) &&
        !seats.every(({ proposal }) => this.fixed.has(proposal))
      )
        return seats;
    }
    return null;
  }

  private clash(seats: readonly Seat[]): Seat[] | null {
    const sorted = [...seats].sort((a, b) => this.start(a) - this.start(b));
    for (const [index, two] of sorted.entries()) {
      const one = sorted[index - 1];
      if (one === undefined || (this.fixed.has(one.proposal) && this.fixed.has(two.proposal))) continue;
      const end = this.start(one) + (this.grid.duration[one.proposal] ?? 1) + this.grid.model.gap.judge;
      const sameDay = this.grid.dayOf[this.start(one)] === this.grid.dayOf[this.start(two)];
      if (sameDay && this.start(two) < end) return [one, two];
    }
    return null;
  }

  private start({ proposal }: Seat): number {
    return this.spots[proposal]?.start ?? 0;
  }

  private isThere(judge: number, proposal: number, start: number): boolean {
    return (this.grid.judgeRun[judge]?.[start] ?? 0) >= (this.grid.duration[proposal] ?? 1);
  }
}

const replaced = (judges: readonly number[], role: number, judge: number): number[] =>
  judges.map((each, index) => (index === role ? judge : each));
