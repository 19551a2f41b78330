import type { Grid } from '../grid/grid.ts';
import type { ProgramBuilder } from './builder.ts';
import { roomClasses } from './room-classes.ts';
import type { RoomClass } from './room-classes.ts';
import { Windows } from './windows.ts';

interface ClassColumn {
  readonly start: number;
  readonly slots: number;
  readonly column: number;
}

/** How many defenses of one length start at a slot in rooms of one class, and which room each of them gets. */
export class RoomColumns {
  private readonly grid: Grid;
  private readonly builder: ProgramBuilder;
  private readonly classes: readonly RoomClass[];
  /** Row by start and length: no more defenses than rooms. */
  private readonly supply = new Map<string, { start: number; slots: number; row: number }>();
  private columns: readonly (readonly ClassColumn[])[] = [];

  constructor(grid: Grid, builder: ProgramBuilder) {
    this.grid = grid;
    this.builder = builder;
    this.classes = roomClasses(grid);
  }

  addStart(start: number, slots: number): void {
    const key = `${start}:${slots}`;
    if (this.supply.has(key)) return;
    this.supply.set(key, { start, slots, row: this.builder.addRow(-Infinity, 0) });
  }

  /** The row that a defense starting there adds one to. */
  row(start: number, slots: number): number {
    return this.supply.get(`${start}:${slots}`)?.row ?? -1;
  }

  /** To be called once, after all `addStart`. */
  addColumns(): void {
    this.columns = this.classes.map(({ rooms, run }) => {
      const windows = new Windows(this.grid, this.builder, this.grid.model.gap.room, rooms.length);
      const able = [...this.supply.values()].filter(({ start, slots }) => (run[start] ?? 0) >= slots);
      for (const { start } of able) windows.addStart(start);
      return able.map(({ start, slots, row }) => {
        const column = this.builder.addColumn(0, rooms.length, windows.rows(start, slots), [row]);
        return { start, slots, column };
      });
    });
  }

  /** Counts a defense in `room` among the values of the columns. */
  count(values: Float64Array, room: number, start: number, slots: number): void {
    const index = this.classes.findIndex(({ rooms }) => rooms.includes(room));
    const found = this.columns[index]?.find((each) => each.start === start && each.slots === slots);
    if (found !== undefined) values[found.column] = (values[found.column] ?? 0) + 1;
  }

  /**
   * The room of each defense, by proposal: along the day, each takes a room of a class that has one to give there,
   * the first that is free.
   * @param starts by proposal; null: not placed
   */
  deal(values: Float64Array, starts: readonly (number | null)[]): number[] {
    const { duration, model, dayEnd } = this.grid;
    const rooms = starts.map(() => -1);
    const freeFrom = this.grid.roomRun.map(() => 0);
    const left = this.columns.map((columns) =>
      columns.map((each) => ({ ...each, many: Math.round(values[each.column] ?? 0) })),
    );
    const inOrder = [...starts.entries()].sort(([, a], [, b]) => (a ?? -1) - (b ?? -1));
    for (const [proposal, start] of inOrder) {
      if (start === null) continue;
      const slots = duration[proposal] ?? 1;
      const index = left.findIndex((columns) =>
        columns.some((each) => each.start === start && each.slots === slots && each.many > 0),
      );
      const column = left[index]?.find((each) => each.start === start && each.slots === slots);
      const room = this.classes[index]?.rooms.find((each) => (freeFrom[each] ?? 0) <= start);
      if (column === undefined || room === undefined) continue;
      column.many -= 1;
      rooms[proposal] = room;
      freeFrom[room] = Math.min(dayEnd[start] ?? 0, start + slots + model.gap.room);
    }
    return rooms;
  }
}
