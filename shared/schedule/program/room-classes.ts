import type { Grid } from '../grid/grid.ts';

/** Rooms that are open at the same slots: for counting, one is as good as another. */
export interface RoomClass {
  readonly rooms: readonly number[];
  readonly run: Uint16Array;
}

export function roomClasses({ roomRun }: Grid): RoomClass[] {
  const classes = new Map<string, { rooms: number[]; run: Uint16Array }>();
  for (const [room, run] of roomRun.entries()) {
    const key = run.join();
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { rooms: [room], run });
    else known.rooms.push(room);
  }
  return [...classes.values()];
}
