import { Board } from '../grid/board.ts';
import type { Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import type { Domains } from '../program/plan-program.ts';
import type { Ejection } from './ejection.ts';
import { cheapestEjection } from './ejection.ts';
import type { Prices } from './free-spot.ts';
import { freeSpot } from './free-spot.ts';
import { pricesOf } from './prices.ts';
import { searchRandom } from './random.ts';
import { substitute } from './substitutes.ts';

export interface SearchLimits {
  /** Starts looked at, an ejection counted four times: the same work on every machine. */
  readonly steps: number;
  /** Whether the time is up. Only a stop: an answer found before it does not depend on it. */
  readonly expired: () => boolean;
}

/** Losing one placed proposal more than is won is accepted with probability 1/e at first, e^(-1/0.3) in the end. */
const HOT = 1;
const COLD = 0.3;
/** After so many steps cold, it begins hot again. */
const CYCLE = 2_000_000;
/** A proposal's weight before its first failure: so heavy that the number that leaves counts first. */
const WEIGHT = 10;
const LOOK_AT_CLOCK = 64;

/**
 * Places as many as it can, up to `target`: those with the fewest starts first, each in a free spot or else by
 * ejection in the spot whose occupants are the easiest to place elsewhere. Every failure makes a proposal heavier
 * (guided ejection search, after Nagata and Bräysy 2009); an ejection that loses more than it wins is accepted as in
 * simulated annealing.
 * @param from where to begin; each spot's start in its proposal's domain
 * @param must proposals without which nothing counts as found
 * @returns the best plan that places all of `must`; null where none was found
 */
export function improve(
  grid: Grid,
  from: Spots,
  domains: Domains,
  target: number,
  limits: SearchLimits,
  must: ReadonlySet<number> = new Set(),
): Spots | null {
  return new Improvement(grid, from, domains, must).run(target, limits);
}

class Improvement {
  private readonly board: Board;
  private readonly domains: Domains;
  private readonly must: ReadonlySet<number>;
  private readonly prices: Prices;
  private readonly random = searchRandom(1);
  private readonly weight: Float64Array;
  private readonly pool: number[];
  private best: Spots | null = null;
  private most = -1;
  private work = 0;

  constructor(grid: Grid, from: Spots, domains: Domains, must: ReadonlySet<number>) {
    this.board = new Board(grid, from);
    this.domains = domains;
    this.must = must;
    this.prices = pricesOf(grid);
    this.weight = new Float64Array(domains.length).fill(WEIGHT);
    const choices = (proposal: number) => domains[proposal]?.length ?? 0;
    this.pool = [...domains.keys()].filter((each) => this.board.spot(each) === null && choices(each) > 0);
    this.pool.sort((a, b) => choices(b) - choices(a) || b - a);
  }

  run(target: number, { steps, expired }: SearchLimits): Spots | null {
    this.keepBest();
    for (let round = 1; this.most < target && this.work < steps; round += 1) {
      if (round % LOOK_AT_CLOCK === 0 && expired()) break;
      const proposal = this.pool.pop();
      if (proposal === undefined) break;
      this.insert(proposal);
      this.keepBest();
    }
    return this.best && filledUp(this.board.grid, this.best, this.domains, this.prices);
  }

  private keepBest(): void {
    if (this.board.placed <= this.most) return;
    if (this.must.size > 0 && this.pool.some((each) => this.must.has(each))) return;
    this.most = this.board.placed;
    this.best = this.board.all();
  }

  private insert(proposal: number): void {
    const starts = this.domains[proposal] ?? [];
    this.work += starts.length;
    const free = freeSpot(this.board, proposal, starts, this.prices);
    if (free !== null) return this.board.place(proposal, free);
    this.work += 4 * starts.length;
    this.weight[proposal] = (this.weight[proposal] ?? 0) + 1;
    const ejection = cheapestEjection(this.board, proposal, starts, this.weight, this.random);
    if (ejection === null || !this.accepts(ejection.leaving.length - 1)) this.pool.unshift(proposal);
    else this.eject(proposal, ejection);
  }

  private accepts(lost: number): boolean {
    if (lost <= 0) return true;
    const temperature = HOT - (HOT - COLD) * ((this.work % CYCLE) / CYCLE);
    return this.random(CYCLE) < CYCLE * Math.exp(-lost / temperature);
  }

  private eject(proposal: number, { spot, leaving, substitutions }: Ejection): void {
    for (const each of leaving) this.takeOut(each);
    for (const each of substitutions) if (!substitute(this.board, each)) this.takeOut(each.proposal);
    this.board.place(proposal, spot);
  }

  private takeOut(proposal: number): void {
    if (this.board.spot(proposal) === null) return;
    this.board.remove(proposal);
    this.pool.push(proposal);
  }
}

/** Puts into a plan what still fits beside everything else. */
function filledUp(grid: Grid, spots: Spots, domains: Domains, prices: Prices): Spots {
  const board = new Board(grid, spots);
  for (const [proposal, starts] of domains.entries()) {
    const free = board.spot(proposal) === null ? freeSpot(board, proposal, starts, prices) : null;
    if (free !== null) board.place(proposal, free);
  }
  return board.all();
}
