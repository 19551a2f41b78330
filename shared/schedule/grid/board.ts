import type { Grid } from './grid.ts';

export const NOBODY = -1;

/** Where a defense stands: first slot, room, the judge of each role. */
export interface Spot {
  readonly start: number;
  readonly room: number;
  readonly judges: readonly number[];
}

/** Spots by proposal; null: not placed. */
export type Spots = readonly (Spot | null)[];

/** Who occupies which slot of what: rooms, judges and applicants keep one row each. */
export class Occupancy {
  private readonly grid: Grid;
  private readonly gap: number;
  private readonly rows: Int32Array[];

  constructor(grid: Grid, count: number, gap: number) {
    this.grid = grid;
    this.gap = gap;
    this.rows = Array.from({ length: count }, () => new Int32Array(grid.slotCount).fill(NOBODY));
  }

  set(row: number, start: number, duration: number, who: number): void {
    this.rows[row]?.fill(who, start, start + duration);
  }

  /** The first defense at or after slot `from` that stands too close to one at `start`; `NOBODY` where there is none. */
  next(row: number, start: number, duration: number, from: number): number {
    const { dayEnd } = this.grid;
    const slots = this.rows[row];
    const last = Math.min(dayEnd[start] ?? 0, start + duration + this.gap);
    if (slots === undefined) return NOBODY;
    for (let slot = Math.max(from, this.earliest(start)); slot < last; slot += 1) {
      const who = slots[slot] ?? NOBODY;
      if (who !== NOBODY) return who;
    }
    return NOBODY;
  }

  isFree(row: number, start: number, duration: number): boolean {
    return this.next(row, start, duration, 0) === NOBODY;
  }

  private earliest(start: number): number {
    return Math.max(this.grid.dayStart[start] ?? 0, start - this.gap);
  }
}

/** A plan under work: what is placed where, kept free of clashes by those who place. */
export class Board {
  readonly grid: Grid;
  readonly rooms: Occupancy;
  readonly judges: Occupancy;
  readonly applicants: Occupancy;
  private readonly sitting: number[][];
  private readonly spots: (Spot | null)[];
  private count = 0;

  constructor(grid: Grid, spots: Spots = []) {
    const { gap, rooms, judges } = grid.model;
    this.grid = grid;
    this.rooms = new Occupancy(grid, rooms.length, gap.room);
    this.judges = new Occupancy(grid, judges.length, gap.judge);
    this.applicants = new Occupancy(grid, grid.applicantCount, gap.applicant);
    this.sitting = judges.map(() => []);
    this.spots = grid.model.proposals.map(() => null);
    for (const [proposal, spot] of spots.entries()) if (spot !== null) this.place(proposal, spot);
  }

  get placed(): number {
    return this.count;
  }

  spot(proposal: number): Spot | null {
    return this.spots[proposal] ?? null;
  }

  /** A copy of all spots. */
  all(): Spots {
    return [...this.spots];
  }

  /** The defenses a judge sits on. */
  defensesOf(judge: number): readonly number[] {
    return this.sitting[judge] ?? [];
  }

  /** Whether a judge has reached the greatest number of defenses. */
  isFull(judge: number): boolean {
    return this.defensesOf(judge).length >= (this.grid.judgeMax[judge] ?? 0);
  }

  place(proposal: number, spot: Spot): void {
    this.spots[proposal] = spot;
    this.count += 1;
    this.mark(proposal, spot, proposal);
    for (const judge of spot.judges) this.sitting[judge]?.push(proposal);
  }

  remove(proposal: number): void {
    const spot = this.spots[proposal];
    if (!spot) return;
    this.spots[proposal] = null;
    this.count -= 1;
    this.mark(proposal, spot, NOBODY);
    for (const judge of spot.judges) {
      const defenses = this.sitting[judge];
      defenses?.splice(defenses.indexOf(proposal), 1);
    }
  }

  private mark(proposal: number, { start, room, judges }: Spot, who: number): void {
    const { duration, applicant } = this.grid;
    const slots = duration[proposal] ?? 1;
    this.rooms.set(room, start, slots, who);
    const shared = applicant[proposal] ?? NOBODY;
    if (shared !== NOBODY) this.applicants.set(shared, start, slots, who);
    for (const judge of judges) this.judges.set(judge, start, slots, who);
  }
}
