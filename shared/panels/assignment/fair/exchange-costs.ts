import type { AssignmentProblem, Panels } from '../model/problem.ts';

/** A cost of 1 below the floor outweighs so much of the total. */
const FLOOR_WEIGHT = 1000;

/** One proposal replaces a judge by another. */
export interface Exchange {
  readonly proposal: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Panels that keep all rules, and for each pair of judges the proposal that replaces one by the other at the least
 * cost. A proposal below the floor costs much, fit gained costs less than nothing. Node `judges` stands for room: from
 * it to judges who may have fewer proposals, to it from judges who may have more.
 */
export class ExchangeCosts {
  readonly nodes: number;
  /** Least cost of from → to at from × nodes + to; `Infinity`: no proposal can. */
  readonly cost: Float64Array;
  readonly totals: Float64Array;
  /** Differences below this are the rounding of sums of costs, not gains. */
  readonly negligible: number;
  private readonly problem: AssignmentProblem;
  private readonly judges: number;
  private readonly by: Int32Array;
  private readonly taken: Uint8Array;
  private readonly seated: number[][];
  private readonly loads: Int32Array;
  private readonly proposalsOf: readonly Set<number>[];
  /** Quotas of each judge as bits; of each proposal, those that can spare nobody. */
  private readonly held: Int32Array;
  private readonly tight: Int32Array;
  private floor = -Infinity;

  constructor(problem: AssignmentProblem, panels: Panels) {
    const judges = problem.judges.length;
    this.problem = problem;
    this.judges = judges;
    this.nodes = judges + 1;
    this.cost = new Float64Array(this.nodes ** 2).fill(Infinity);
    this.by = new Int32Array(this.nodes ** 2);
    this.totals = new Float64Array(panels.length);
    const greatest = problem.fit.units.reduce((most, unit) => Math.max(most, Math.abs(unit)), 0);
    this.negligible =
      2 ** -48 * FLOOR_WEIGHT * greatest * problem.need.reduce((most, need) => Math.max(most, need), 0);
    this.taken = new Uint8Array(panels.length * judges);
    this.seated = panels.map(() => []);
    this.loads = new Int32Array(judges);
    this.proposalsOf = Array.from({ length: judges }, () => new Set<number>());
    this.held = new Int32Array(judges);
    this.tight = new Int32Array(panels.length);
    for (const [index, { holders }] of problem.quotas.entries())
      for (let judge = 0; judge < judges; judge += 1)
        if (holders[judge] === 1) this.held[judge] = (this.held[judge] ?? 0) | (1 << index);
    for (const [proposal, panel] of panels.entries())
      for (const judge of panel) this.take(proposal, judge, 1);
    for (const proposal of panels.keys()) this.findTight(proposal);
    this.priceAll();
  }

  panels(): Panels {
    return this.seated.map((panel) => [...panel].sort((a, b) => a - b));
  }

  /** The judges of a proposal, in no particular order. */
  panel(proposal: number): readonly number[] {
    return this.seated[proposal] ?? [];
  }

  setFloor(floor: number): void {
    if (floor === this.floor) return;
    this.floor = floor;
    this.priceAll();
  }

  /** How far all proposals together are below the floor. */
  shortfall(): number {
    return this.totals.reduce((sum, total) => sum + Math.max(0, this.floor - total), 0);
  }

  /** The exchange behind an edge; null for an edge of the room node. */
  exchange(from: number, to: number): Exchange | null {
    if (from === this.judges || to === this.judges) return null;
    return { proposal: this.by[from * this.nodes + to] ?? 0, from, to };
  }

  /** Whether the proposal has the one judge, may have the other, and its quotas allow the exchange. */
  allows({ proposal, from, to }: Exchange): boolean {
    const first = proposal * this.judges;
    if (
      this.taken[first + from] !== 1 ||
      this.taken[first + to] === 1 ||
      this.problem.barred[first + to] === 1
    )
      return false;
    return ((this.held[from] ?? 0) & ~(this.held[to] ?? 0) & (this.tight[proposal] ?? 0)) === 0;
  }

  /** Carries exchanges out; loads must be right again once all are. The costs are stale until `price`. */
  apply({ proposal, from, to }: Exchange): void {
    this.take(proposal, from, -1);
    this.take(proposal, to, 1);
    this.findTight(proposal);
  }

  /** Finds the costs anew after exchanges. */
  price(exchanges: readonly Exchange[]): void {
    const judges = new Set<number>();
    for (const { proposal, from, to } of exchanges) {
      judges.add(from).add(to);
      for (const judge of this.panel(proposal)) judges.add(judge);
    }
    for (const judge of judges) this.priceFrom(judge);
  }

  costOf(total: number): number {
    return (total < this.floor ? FLOOR_WEIGHT * (this.floor - total) : 0) - total;
  }

  private priceAll(): void {
    for (let judge = 0; judge < this.judges; judge += 1) this.priceFrom(judge);
  }

  private priceFrom(from: number): void {
    const { judges, nodes, cost, by, totals, taken, held, tight } = this;
    const { units } = this.problem.fit;
    const { barred, min, max } = this.problem;
    const row = from * nodes;
    cost.fill(Infinity, row, row + nodes);
    for (const proposal of this.proposalsOf[from] ?? []) {
      const first = proposal * judges;
      const total = totals[proposal] ?? 0;
      const now = this.costOf(total);
      const rest = total - (units[first + from] ?? 0);
      const owed = (held[from] ?? 0) & (tight[proposal] ?? 0);
      for (let to = 0; to < judges; to += 1) {
        if (taken[first + to] === 1 || barred[first + to] === 1 || (owed & ~(held[to] ?? 0)) !== 0) continue;
        const change = this.costOf(rest + (units[first + to] ?? 0)) - now;
        if (change >= (cost[row + to] ?? 0)) continue;
        cost[row + to] = change;
        by[row + to] = proposal;
      }
    }
    const load = this.loads[from] ?? 0;
    cost[row + judges] = load < (max[from] ?? 0) ? 0 : Infinity;
    cost[judges * nodes + from] = load > (min[from] ?? 0) ? 0 : Infinity;
  }

  private take(proposal: number, judge: number, change: 1 | -1): void {
    const cell = proposal * this.judges + judge;
    this.taken[cell] = change === 1 ? 1 : 0;
    this.loads[judge] = (this.loads[judge] ?? 0) + change;
    this.totals[proposal] = (this.totals[proposal] ?? 0) + change * (this.problem.fit.units[cell] ?? 0);
    const panel = this.seated[proposal] ?? [];
    if (change === 1) {
      panel.push(judge);
      this.proposalsOf[judge]?.add(proposal);
    } else {
      panel.splice(panel.indexOf(judge), 1);
      this.proposalsOf[judge]?.delete(proposal);
    }
  }

  private findTight(proposal: number): void {
    const { quotas } = this.problem;
    if (quotas.length === 0) return;
    const panel = this.panel(proposal);
    this.tight[proposal] = quotas.reduce(
      (bits, { min, holders }, index) =>
        panel.reduce((count, judge) => count + (holders[judge] ?? 0), 0) > min ? bits : bits | (1 << index),
      0,
    );
  }
}
