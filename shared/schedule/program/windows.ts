import type { Grid } from '../grid/grid.ts';
import type { ProgramBuilder } from './builder.ts';

/**
 * Rows that keep the defenses of one room, judge or applicant apart: of all that hold slot u (their own slots and the
 * gap behind them), at most `many` can be placed. It suffices to ask at slots where one of them starts.
 */
export class Windows {
  private readonly grid: Grid;
  private readonly builder: ProgramBuilder;
  private readonly gap: number;
  private readonly many: number;
  private readonly rowAt = new Map<number, number>();

  constructor(grid: Grid, builder: ProgramBuilder, gap: number, many = 1) {
    this.grid = grid;
    this.builder = builder;
    this.gap = gap;
    this.many = many;
  }

  /** To be called for all starts before the first `rows`. */
  addStart(start: number): void {
    if (!this.rowAt.has(start)) this.rowAt.set(start, this.builder.addRow(-Infinity, this.many));
  }

  /** The rows that a defense from `start` on belongs to. */
  rows(start: number, slots: number): number[] {
    const end = Math.min(this.grid.dayEnd[start] ?? 0, start + slots + this.gap);
    const rows: number[] = [];
    for (let slot = start; slot < end; slot += 1) {
      const row = this.rowAt.get(slot);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }
}
