import type { AssignmentProblem, Panels } from '../model/problem.ts';
import type { Exchange } from './exchange-costs.ts';
import { ExchangeCosts } from './exchange-costs.ts';

/** A cycle whose exchanges get into each other's way is left aside; so many before the search ends. */
const MOST_MISSES = 12;

/**
 * Improves panels by closed chains of exchanges of any length (cyclic exchange, Thompson and Psaraftis 1993): a chain
 * that costs less than nothing in the graph of judges lifts proposals towards the floor, or raises the total without
 * letting one that has reached the floor fall below it.
 */
export class CycleSearch {
  private readonly costs: ExchangeCosts;

  constructor(problem: AssignmentProblem, panels: Panels) {
    this.costs = new ExchangeCosts(problem, panels);
  }

  panels(): Panels {
    return this.costs.panels();
  }

  worst(): number {
    return this.costs.totals.reduce((least, total) => Math.min(least, total), Infinity);
  }

  total(): number {
    return this.costs.totals.reduce((sum, total) => sum + total, 0);
  }

  /** Improves until no chain helps or the time is up. Answers whether every proposal reaches the floor. */
  improve(floor: number, expired: () => boolean): boolean {
    this.costs.setFloor(floor);
    let misses = 0;
    while (misses < MOST_MISSES && !expired()) {
      const cycle = this.cheapCycle();
      if (cycle === null) break;
      if (this.carryOut(cycle)) misses = 0;
      else misses += 1;
    }
    return this.costs.shortfall() === 0;
  }

  /** How far all proposals together are below the floor of the last `improve`. */
  shortfall(): number {
    return this.costs.shortfall();
  }

  /** Goes on from other panels. */
  setPanels(panels: Panels): void {
    const changes = panels.flatMap((panel, proposal) =>
      exchangesBetween(proposal, this.costs.panel(proposal), panel),
    );
    for (const exchange of changes) this.costs.apply(exchange);
    this.costs.price(changes);
  }

  /** Two proposals picked at random exchange a judge, whatever it costs, if the rules allow it. */
  disturb(pick: (below: number) => number): void {
    const proposals = this.costs.totals.length;
    const [one, other] = [pick(proposals), pick(proposals)];
    const [a, b] = [this.costs.panel(one), this.costs.panel(other)];
    const [from, to] = [a[pick(a.length)] ?? 0, b[pick(b.length)] ?? 0];
    const exchanges = [
      { proposal: one, from, to },
      { proposal: other, from: to, to: from },
    ];
    if (one === other || from === to || !exchanges.every((exchange) => this.costs.allows(exchange))) return;
    for (const exchange of exchanges) this.costs.apply(exchange);
    this.costs.price(exchanges);
  }

  /** Tries the exchanges one after the other; takes them back if they do not help after all. */
  private carryOut(exchanges: readonly Exchange[]): boolean {
    const { costs } = this;
    const touched = [...new Set(exchanges.map(({ proposal }) => proposal))];
    const before = touched.map((proposal) => costs.totals[proposal] ?? 0);
    const done: Exchange[] = [];
    for (const exchange of exchanges) {
      if (!costs.allows(exchange)) break;
      costs.apply(exchange);
      done.push(exchange);
    }
    const change = touched.reduce(
      (sum, proposal, index) =>
        sum + costs.costOf(costs.totals[proposal] ?? 0) - costs.costOf(before[index] ?? 0),
      0,
    );
    const helps = done.length === exchanges.length && change < -costs.negligible;
    if (!helps)
      for (const { proposal, from, to } of done.reverse()) costs.apply({ proposal, from: to, to: from });
    costs.price(exchanges);
    if (!helps) this.forbid(exchanges);
    return helps;
  }

  /** Until the next change around these judges, the first exchange of a proposal that stands twice is not offered. */
  private forbid(exchanges: readonly Exchange[]): void {
    const twice = exchanges.find(({ proposal }, index) =>
      exchanges.slice(index + 1).some((later) => later.proposal === proposal),
    );
    const { from, to } = twice ?? exchanges[0] ?? { from: 0, to: 0 };
    this.costs.cost[from * this.costs.nodes + to] = Infinity;
  }

  /** The exchanges of a cycle whose costs add up to less than nothing (Bellman and Ford); null: there is none. */
  private cheapCycle(): Exchange[] | null {
    const { cost, nodes, negligible } = this.costs;
    const distance = new Float64Array(nodes);
    const before = new Int32Array(nodes).fill(-1);
    for (let round = 0; round < nodes; round += 1) {
      let changed = false;
      for (let from = 0; from < nodes; from += 1) {
        const base = distance[from] ?? 0;
        const row = from * nodes;
        for (let to = 0; to < nodes; to += 1) {
          const reached = base + (cost[row + to] ?? 0);
          if (reached >= (distance[to] ?? 0) - negligible) continue;
          distance[to] = reached;
          before[to] = from;
          changed = true;
        }
      }
      if (!changed) return null;
      const cycle = cycleOf(before);
      if (cycle !== null)
        return cycle.flatMap(
          (from, index) => this.costs.exchange(from, cycle[(index + 1) % cycle.length] ?? 0) ?? [],
        );
    }
    return null;
  }
}

/** Single exchanges that turn one panel into the other; both have the same size. */
function exchangesBetween(proposal: number, now: readonly number[], wanted: readonly number[]): Exchange[] {
  const coming = wanted.filter((judge) => !now.includes(judge));
  return now
    .filter((judge) => !wanted.includes(judge))
    .map((from, index) => ({ proposal, from, to: coming[index] ?? 0 }));
}

/** A cycle in the graph of predecessors, in forward order; null: it is a forest. */
function cycleOf(before: Int32Array): number[] | null {
  const seenFrom = new Int32Array(before.length).fill(-1);
  for (let start = 0; start < before.length; start += 1) {
    let node = start;
    while (node >= 0 && seenFrom[node] === -1) {
      seenFrom[node] = start;
      node = before[node] ?? -1;
    }
    if (node < 0 || seenFrom[node] !== start) continue;
    const cycle = [node];
    for (let back = before[node] ?? -1; back !== node; back = before[back] ?? -1) cycle.unshift(back);
    return cycle;
  }
  return null;
}
