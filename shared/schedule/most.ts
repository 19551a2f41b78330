import type { MipEngine } from '../solver/mip.ts';
import type { Spots } from './grid/board.ts';
import type { Grid } from './grid/grid.ts';
import { placed } from './plan/placed.ts';
import { dualBound } from './program/bound.ts';
import type { Domains } from './program/plan-program.ts';
import { PlanProgram } from './program/plan-program.ts';
import { improve } from './search/improve.ts';
import type { ScheduleTools } from './tools.ts';

/** A plan and what no plan exceeds. */
export interface Most {
  readonly spots: Spots;
  readonly bound: number;
}

/** Steps of the search before the bound is known, for each start of the model, and at most; afterwards so many times more. */
const STEPS_A_START = 500;
const MOST_STEPS = 1_000_000;
const LONGER = 5;
/** With more columns the programme would not be solved in time. */
const MOST_COLUMNS = 120_000;
/** Share of the time that is kept for what comes behind. */
const SEARCH_SHARE = 0.5;

/** The greatest number placed, as far as the time goes. `bound` equals the number placed where it is proven. */
export async function placeMost(grid: Grid, tools: ScheduleTools): Promise<Most> {
  const domains: Domains = grid.starts;
  const possible = domains.filter(({ length }) => length > 0).length;
  const starts = domains.reduce((sum, { length }) => sum + length, 0);
  const steps = Math.min(MOST_STEPS, STEPS_A_START * starts);
  const nothing = domains.map(() => null);
  const until = tools.secondsLeft() * SEARCH_SHARE;
  const expired = () => tools.secondsLeft() < until;
  const first = improve(grid, nothing, domains, possible, { steps, expired }) ?? nothing;
  tools.report?.(placed(first), null);
  if (placed(first) === possible) return { spots: first, bound: possible };
  const engine = columnsOf(grid) <= MOST_COLUMNS ? await tools.loadEngine?.() : undefined;
  const program = engine && new PlanProgram(grid, domains);
  const bound = engine && program ? Math.min(possible, relaxedBound(engine, program, tools)) : possible;
  tools.report?.(placed(first), bound);
  if (placed(first) === bound) return { spots: first, bound };
  const more = improve(grid, nothing, domains, bound, { steps: LONGER * steps, expired }) ?? nothing;
  const best = placed(more) > placed(first) ? more : first;
  tools.report?.(placed(best), bound);
  if (placed(best) === bound || !engine || !program) return { spots: best, bound };
  return closeGap(engine, program, { spots: best, bound }, tools);
}

function relaxedBound(engine: MipEngine, program: PlanProgram, tools: ScheduleTools): number {
  const model = program.model(false);
  const { duals } = engine.solve(model, { seconds: tools.secondsLeft() * SEARCH_SHARE });
  return duals === null ? Infinity : dualBound(model, duals);
}

/** Whole numbers: a better plan, or the proof that there is none. */
function closeGap(
  engine: MipEngine,
  program: PlanProgram,
  { spots, bound }: Most,
  tools: ScheduleTools,
): Most {
  const answer = engine.solve(program.model(true), {
    seconds: tools.secondsLeft() * SEARCH_SHARE,
    start: program.valuesOf(spots),
  });
  const found = answer.values === null ? spots : program.spotsOf(answer.values);
  const best = placed(found) > placed(spots) ? found : spots;
  const proven = answer.status === 'optimal' ? Math.round(answer.bound) : Math.floor(answer.bound + 1e-6);
  return { spots: best, bound: Math.max(placed(best), Math.min(bound, proven)) };
}

/** About how many columns the programme would have. */
function columnsOf(grid: Grid): number {
  let columns = 0;
  for (const [proposal, starts] of grid.starts.entries()) {
    const need = grid.duration[proposal] ?? 1;
    for (const start of starts) {
      columns += 1;
      for (const role of grid.eligible[proposal] ?? [])
        for (const judge of role) if ((grid.judgeRun[judge]?.[start] ?? 0) >= need) columns += 1;
    }
  }
  return columns;
}
