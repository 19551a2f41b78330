import type { MipEngine } from '../../solver/mip.ts';
import type { Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import { placed } from '../plan/placed.ts';
import type { Domains } from '../program/plan-program.ts';
import type { CanPlace } from './can-place.ts';
import { canPlace } from './can-place.ts';

/** Steps of the search for one start, before a programme is asked: for each start of the model, and at most. */
const STEPS_A_START = 20;
const MOST_STEPS = 20_000;

export interface ByLot {
  readonly spots: Spots;
  /** Whether nobody could have an earlier start by the rule. */
  readonly proven: boolean;
}

/**
 * In lot order each proposal takes its earliest start such that as many as in `spots` can still be placed; one that no
 * such plan places stays out. That is the lexicographically least vector of starts, so anybody can compute it again.
 * @param engine null: starts that the search did not reach are not proven out of reach
 */
export function byLot(grid: Grid, spots: Spots, engine: MipEngine | null, secondsLeft: () => number): ByLot {
  const domains: ArrayLike<number>[] = [...grid.starts];
  const must = new Set<number>();
  const atLeast = placed(spots);
  const starts = grid.starts.reduce((sum, { length }) => sum + length, 0);
  const steps = Math.min(MOST_STEPS, STEPS_A_START * starts);
  let plan = spots;
  let proven = true;
  const ask = (proposal: number, starts: readonly number[]): CanPlace =>
    secondsLeft() <= 0
      ? { is: 'unknown' }
      : canPlace(
          {
            grid,
            domains: withDomain(domains, proposal, starts),
            must: new Set([...must, proposal]),
            atLeast,
            near: plan,
          },
          { steps, engine, secondsLeft },
        );
  for (const proposal of lotOrder(grid)) {
    const earliest = (): number => plan[proposal]?.start ?? Infinity;
    for (const start of grid.starts[proposal] ?? []) {
      if (start >= earliest()) break;
      const answer = ask(proposal, [start]);
      if (answer.is === 'unknown') proven = false;
      if (answer.is === 'yes') plan = answer.spots;
    }
    const start = earliest();
    domains[proposal] = start === Infinity ? [] : [start];
    if (start !== Infinity) must.add(proposal);
  }
  return { spots: plan, proven };
}

function withDomain(domains: Domains, proposal: number, starts: readonly number[]): Domains {
  return domains.map((each, index) => (index === proposal ? starts : each));
}

/** Those in the lot, then the others in the order of the file. */
function lotOrder({ model }: Grid): number[] {
  const index = new Map(model.proposals.map(({ id }, position) => [id, position]));
  const drawn = (model.lot ?? []).map((id) => index.get(id) ?? -1);
  const named = new Set(drawn);
  return [...drawn, ...[...index.values()].filter((each) => !named.has(each))];
}
