import { gridOf } from './grid/grid.ts';
import type { ScheduleAnswer, ScheduleModel } from './model.ts';
import { byLot } from './lot/by-lot.ts';
import { placeMost } from './most.ts';
import { placed } from './plan/placed.ts';
import { placementsOf } from './plan/placements.ts';
import { unplacedReasons } from './reasons/reasons.ts';
import type { ScheduleTools } from './tools.ts';

/**
 * Solves a `schedule/1` (DESIGN §7): first the greatest number placed; with a lot, then each in lot order its earliest
 * start such that this number can still be placed. The same model gives the same answer unless the time cuts it off.
 * Callers hold the answer against `answerFaults` before they show it.
 */
export async function solveSchedule(model: ScheduleModel, tools: ScheduleTools): Promise<ScheduleAnswer> {
  const grid = gridOf(model);
  const most = await placeMost(grid, tools);
  const { bound } = most;
  const engine = model.lot === null ? null : ((await tools.loadEngine?.()) ?? null);
  const { spots, proven } =
    model.lot === null ? { ...most, proven: true } : byLot(grid, most.spots, engine, tools.secondsLeft);
  const others =
    placed(spots) === bound
      ? '它能用的时段都要用来排别的项目，换它上来就得换下另一个。'
      : '在给定的时间内没有找到能把它也排下的安排。';
  return {
    status: placed(spots) === bound && proven ? 'optimal' : 'feasible',
    bound,
    placements: placementsOf(grid, spots),
    unplaced: unplacedReasons(grid, spots, others),
  };
}
