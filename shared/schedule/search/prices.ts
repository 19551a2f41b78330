import type { Grid } from '../grid/grid.ts';
import type { Prices } from './free-spot.ts';

/** Demand over supply of every start and judge, each proposal's demand spread evenly over all it could take. */
export function pricesOf(grid: Grid): Prices {
  const start = new Float64Array(grid.slotCount);
  const judge = new Float64Array(grid.judgeRun.length);
  for (const [proposal, starts] of grid.starts.entries()) {
    for (const slot of starts) start[slot] = (start[slot] ?? 0) + 1 / starts.length;
    if (starts.length > 0)
      for (const role of grid.eligible[proposal] ?? [])
        for (const each of role) judge[each] = (judge[each] ?? 0) + 1 / role.length;
  }
  for (const slot of start.keys()) start[slot] = (start[slot] ?? 0) / Math.max(1, roomsAt(grid, slot));
  for (const [each, run] of grid.judgeRun.entries()) {
    const open = run.reduce((sum, length) => sum + (length > 0 ? 1 : 0), 0);
    judge[each] = (judge[each] ?? 0) / Math.max(1, Math.min(open, grid.judgeMax[each] ?? 0));
  }
  return { start, judge };
}

function roomsAt({ roomRun }: Grid, slot: number): number {
  return roomRun.reduce((sum, run) => sum + ((run[slot] ?? 0) > 0 ? 1 : 0), 0);
}
