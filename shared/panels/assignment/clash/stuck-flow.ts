import type { FlowNetwork } from '../flow/network.ts';
import { NetworkSimplex } from '../flow/network-simplex.ts';

/** An arc to be opened and what it then takes. */
export interface ClosedArc {
  readonly arc: number;
  readonly units: number;
}

/** Residual arcs lead `1` along an arc that has room, `-1` back along an arc in use. */
type Way = 1 | -1;

/**
 * A greatest flow that leaves units stuck at some nodes and missing at others, and what opening arcs does to it. Units
 * move one by one along shortest chains around the opened arc, which are short, since nearly all judges and proposals
 * are neighbours.
 */
export class StuckFlow {
  private readonly network: FlowNetwork;
  private readonly flow: Float64Array;
  private readonly capacity: Float64Array;
  /** Units stuck at a node; below 0: missing. */
  private readonly excess: Float64Array;
  /** The arcs at each node in compressed rows. */
  private readonly starts: Int32Array;
  private readonly incident: Int32Array;
  private readonly seen: Int32Array;
  private readonly before: Int32Array;
  private readonly queue: Int32Array;
  private searches = 0;

  constructor(network: FlowNetwork) {
    const simplex = new NetworkSimplex(network);
    simplex.run(() => false);
    const nodes = network.supply.length;
    this.network = network;
    this.flow = simplex.flow.slice(0, network.tail.length);
    this.capacity = network.capacity.slice();
    this.excess = network.supply.map((_, node) => simplex.stuck(node));
    this.starts = new Int32Array(nodes + 1);
    for (const ends of [network.tail, network.head])
      for (const node of ends) this.starts[node + 1] = (this.starts[node + 1] ?? 0) + 1;
    for (let node = 0; node < nodes; node += 1)
      this.starts[node + 1] = (this.starts[node + 1] ?? 0) + (this.starts[node] ?? 0);
    this.incident = new Int32Array(2 * network.tail.length);
    const next = this.starts.slice();
    for (const ends of [network.tail, network.head])
      for (const [arc, node] of ends.entries()) {
        this.incident[next[node] ?? 0] = arc;
        next[node] = (next[node] ?? 0) + 1;
      }
    for (const [arc, node] of network.head.entries()) this.takeBack(arc, node);
    this.seen = new Int32Array(nodes);
    this.before = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
  }

  /** Units stuck behind an arc are as well stuck before it, where there are more ways for them to go. */
  private takeBack(arc: number, node: number): void {
    const units = Math.min(this.flow[arc] ?? 0, Math.max(0, this.excess[node] ?? 0));
    if (units === 0) return;
    this.move({ from: node, to: this.network.tail[arc] ?? 0, steps: [{ arc, way: -1 }] }, units);
  }

  /** Units that are stuck. */
  stuck(): number {
    return this.excess.reduce((sum, units) => sum + Math.max(0, units), 0);
  }

  /** Whether a stuck unit can be moved to a node. */
  sourceSide(): (node: number) => boolean {
    this.search(this.stuckNodes(), 1, () => false);
    const search = this.searches;
    return (node) => this.seen[node] === search;
  }

  /** Opens arcs and lets through what gets through. */
  open(arcs: readonly ClosedArc[]): void {
    for (const { arc, units } of arcs) this.capacity[arc] = units;
    for (let chain = this.chain(); chain !== null; chain = this.chain()) this.move(chain, 1);
  }

  /** Whether nothing would be stuck if arcs were opened. They stay closed if so, and open if not. */
  wouldFree(arcs: readonly ClosedArc[]): boolean {
    const moved: Chain[] = [];
    for (const { arc, units } of arcs) this.capacity[arc] = units;
    for (const { arc, units } of arcs)
      for (let sent = 0; sent < units && this.stuck() > 0; sent += 1) {
        const chain = this.chainThrough(arc);
        if (chain === null) break;
        this.move(chain, 1);
        moved.push(chain);
      }
    if (this.stuck() > 0) return false;
    for (const chain of moved.reverse()) this.move(chain, -1);
    for (const { arc } of arcs) this.capacity[arc] = 0;
    return true;
  }

  private stuckNodes(): number[] {
    return [...this.excess.keys()].filter((node) => (this.excess[node] ?? 0) > 0);
  }

  /** Any way from a node where a unit is stuck to one where a unit is missing. */
  private chain(): Chain | null {
    const to = this.search(this.stuckNodes(), 1, (node) => (this.excess[node] ?? 0) < 0);
    if (to === null) return null;
    const { first, steps } = this.stepsTo(to, 1);
    return { from: first, to, steps };
  }

  /** Arcs, with their ways, from a node where a unit is stuck through this arc to one where a unit is missing. */
  private chainThrough(arc: number): Chain | null {
    const { tail, head } = this.network;
    const from = this.search([tail[arc] ?? 0], -1, (node) => (this.excess[node] ?? 0) > 0);
    if (from === null) return null;
    const before = this.stepsTo(from, -1).steps.reverse();
    const to = this.search([head[arc] ?? 0], 1, (node) => (this.excess[node] ?? 0) < 0);
    if (to === null) return null;
    return { from, to, steps: [...before, { arc, way: 1 }, ...this.stepsTo(to, 1).steps] };
  }

  private move({ from, to, steps }: Chain, units: number): void {
    this.excess[from] = (this.excess[from] ?? 0) - units;
    this.excess[to] = (this.excess[to] ?? 0) + units;
    for (const { arc, way } of steps) this.flow[arc] = (this.flow[arc] ?? 0) + way * units;
  }

  /** Breadth first from nodes, `way` 1 along residual arcs, -1 against them, to the first node wanted; null: none. */
  private search(from: readonly number[], way: Way, isWanted: (node: number) => boolean): number | null {
    const { queue, seen, starts, incident } = this;
    this.searches += 1;
    let length = 0;
    for (const node of from) {
      this.before[node] = -1;
      seen[node] = this.searches;
      if (isWanted(node)) return node;
      queue[length] = node;
      length += 1;
    }
    for (let head = 0; head < length; head += 1) {
      const node = queue[head] ?? 0;
      for (let place = starts[node] ?? 0; place < (starts[node + 1] ?? 0); place += 1) {
        const arc = incident[place] ?? 0;
        const next = this.across(arc, node, way);
        if (next < 0 || seen[next] === this.searches) continue;
        seen[next] = this.searches;
        this.before[next] = arc;
        if (isWanted(next)) return next;
        queue[length] = next;
        length += 1;
      }
    }
    return null;
  }

  /** The other end of an arc if a unit may move from the node to it (`way` 1) or from it to the node (-1); -1: not. */
  private across(arc: number, node: number, way: Way): number {
    const [tail, head] = [this.network.tail[arc] ?? 0, this.network.head[arc] ?? 0];
    const along = (tail === node) === (way === 1);
    const used = this.flow[arc] ?? 0;
    const free = along ? used < (this.capacity[arc] ?? 0) : used > 0;
    return free ? (tail === node ? head : tail) : -1;
  }

  /** Where the last search came from to a node, and its steps, the first one first. */
  private stepsTo(end: number, way: Way): { first: number; steps: { arc: number; way: Way }[] } {
    const steps: { arc: number; way: Way }[] = [];
    let node = end;
    for (let arc = this.before[node] ?? -1; arc >= 0; arc = this.before[node] ?? -1) {
      const tail = this.network.tail[arc] ?? 0;
      const previous = tail === node ? (this.network.head[arc] ?? 0) : tail;
      steps.push({ arc, way: (previous === tail) === (way === 1) ? 1 : -1 });
      node = previous;
    }
    return { first: node, steps: steps.reverse() };
  }
}

interface Chain {
  readonly from: number;
  readonly to: number;
  readonly steps: readonly { readonly arc: number; readonly way: Way }[];
}
