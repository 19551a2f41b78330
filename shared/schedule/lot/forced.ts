import { Board, NOBODY } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import type { Domains } from '../program/plan-program.ts';

/**
 * Starts that remain once the proposals with a single start have theirs: a start goes where the applicant, or the one
 * judge who could take a role, is then elsewhere, or where those proposals fill all rooms that are open. Repeated
 * until nothing changes. Null where one of `must` has no start left: no plan places them all.
 */
export function withoutTaken(grid: Grid, domains: Domains, must: ReadonlySet<number>): Domains | null {
  const taken = new Taken(grid);
  const left: ArrayLike<number>[] = [...domains];
  const fixed = new Set<number>();
  for (let changed = true; changed;) {
    changed = false;
    for (const proposal of must) {
      const [start] = Array.from(left[proposal] ?? []);
      if (start === undefined) return null;
      if (left[proposal]?.length !== 1 || fixed.has(proposal)) continue;
      if (!taken.isOpen(proposal, start)) return null;
      taken.fix(proposal, start);
      fixed.add(proposal);
      changed = true;
    }
    if (!changed) break;
    for (const [proposal, starts] of left.entries())
      if (!fixed.has(proposal))
        left[proposal] = Array.from(starts).filter((start) => taken.isOpen(proposal, start));
  }
  return left;
}

class Taken {
  private readonly grid: Grid;
  private readonly board: Board;
  /** By slot: how many fixed defenses are on. */
  private readonly on: Int32Array;

  constructor(grid: Grid) {
    this.grid = grid;
    this.board = new Board(grid);
    this.on = new Int32Array(grid.slotCount);
  }

  isOpen(proposal: number, start: number): boolean {
    const { duration, applicant, roomRun } = this.grid;
    const slots = duration[proposal] ?? 1;
    const shared = applicant[proposal] ?? NOBODY;
    if (shared !== NOBODY && !this.board.applicants.isFree(shared, start, slots)) return false;
    for (const judge of this.onlyJudges(proposal, start))
      if (this.board.isFull(judge) || !this.board.judges.isFree(judge, start, slots)) return false;
    for (let slot = start; slot < start + slots; slot += 1) {
      const open = roomRun.reduce((sum, run) => sum + ((run[slot] ?? 0) > 0 ? 1 : 0), 0);
      if ((this.on[slot] ?? 0) >= open) return false;
    }
    return true;
  }

  fix(proposal: number, start: number): void {
    this.board.place(proposal, { start, room: NOBODY, judges: this.onlyJudges(proposal, start) });
    const end = start + (this.grid.duration[proposal] ?? 1);
    for (let slot = start; slot < end; slot += 1) this.on[slot] = (this.on[slot] ?? 0) + 1;
  }

  private onlyJudges(proposal: number, start: number): number[] {
    const { eligible, judgeRun, duration } = this.grid;
    const slots = duration[proposal] ?? 1;
    return (eligible[proposal] ?? []).flatMap((role) => {
      const there = [...role].filter((judge) => (judgeRun[judge]?.[start] ?? 0) >= slots);
      return there.length === 1 ? there : [];
    });
  }
}
