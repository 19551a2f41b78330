import type { MipEngine } from '../../solver/mip.ts';
import type { Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import { placed } from '../plan/placed.ts';
import { dualBound } from '../program/bound.ts';
import type { Domains } from '../program/plan-program.ts';
import { PlanProgram } from '../program/plan-program.ts';
import { improve } from '../search/improve.ts';
import { withoutTaken } from './forced.ts';

/** Whether so many can be placed: a plan that does, `no` where none exists, `unknown` where the effort ended first. */
export type CanPlace =
  { readonly is: 'yes'; readonly spots: Spots } | { readonly is: 'no' } | { readonly is: 'unknown' };

export interface PlaceQuestion {
  readonly grid: Grid;
  /** The starts each may take; those not in `must` may also stay out. */
  readonly domains: Domains;
  readonly must: ReadonlySet<number>;
  readonly atLeast: number;
  /** A plan near to one that might do; its spots outside the domains do not count. */
  readonly near: Spots;
}

export interface Effort {
  /** Steps of the search (see `SearchLimits`). */
  readonly steps: number;
  /** Null: nothing is proven by a programme. */
  readonly engine: MipEngine | null;
  readonly secondsLeft: () => number;
}

const NO: CanPlace = { is: 'no' };
const UNKNOWN: CanPlace = { is: 'unknown' };

/** Looks for a plan, then for a proof that there is none: by what is taken, by the relaxed and by the whole programme. */
export function canPlace({ grid, domains, must, atLeast, near }: PlaceQuestion, effort: Effort): CanPlace {
  const left = withoutTaken(grid, domains, must);
  if (left === null || left.filter(({ length }) => length > 0).length < atLeast) return NO;
  const begin = near.map((spot, proposal) =>
    spot !== null && Array.from(left[proposal] ?? []).includes(spot.start) ? spot : null,
  );
  const expired = () => effort.secondsLeft() <= 0;
  const found = improve(grid, begin, left, atLeast, { steps: effort.steps, expired }, must);
  if (found !== null && placed(found) >= atLeast) return { is: 'yes', spots: found };
  return effort.engine === null
    ? UNKNOWN
    : byProgramme(effort.engine, { grid, domains: left, must, atLeast, near }, effort);
}

function byProgramme(
  engine: MipEngine,
  { grid, domains, must, atLeast }: PlaceQuestion,
  { secondsLeft }: Effort,
): CanPlace {
  const program = new PlanProgram(grid, domains, must);
  const seconds = Math.max(0, secondsLeft());
  const model = program.model(false);
  const relaxed = engine.solve(model, { seconds });
  if (relaxed.status === 'infeasible') return NO;
  if (relaxed.duals !== null && dualBound(model, relaxed.duals) < atLeast) return NO;
  const whole = engine.solve(program.model(true), { seconds: Math.max(0, secondsLeft()) });
  if (whole.status === 'infeasible') return NO;
  const spots = whole.values && program.spotsOf(whole.values);
  if (spots !== null && placed(spots) >= atLeast) return { is: 'yes', spots };
  return whole.status === 'optimal' ? NO : UNKNOWN;
}
