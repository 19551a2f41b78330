import type { FlowNetwork } from './network.ts';
import { SpanningTree } from './spanning-tree.ts';

/** Where an arc outside the tree stands; the sign with which its reduced cost counts. */
const [AT_NOTHING, IN_TREE, AT_CAPACITY] = [1, 0, -1];

const PIVOTS_BETWEEN_LOOKS = 512;

/**
 * Primal network simplex with strongly feasible trees (Cunningham 1976), so that it cannot cycle, and block search for
 * the entering arc. It starts from artificial arcs between every node and a root, dearer than any path; flow that is
 * left on them at the end is what cannot be sent. All arithmetic is on whole numbers below 2^53.
 */
export class NetworkSimplex {
  readonly flow: Float64Array;
  private readonly tail: Int32Array;
  private readonly head: Int32Array;
  private readonly capacity: Float64Array;
  private readonly cost: Float64Array;
  private readonly place: Int8Array;
  private readonly tree: SpanningTree;
  private readonly arcs: number;
  private readonly nodes: number;
  private nextArc = 0;

  constructor(network: FlowNetwork) {
    const { supply, capacity, cost } = network;
    const [nodes, arcs] = [supply.length, cost.length];
    const all = arcs + nodes;
    this.nodes = nodes;
    this.arcs = arcs;
    this.tail = new Int32Array(all);
    this.tail.set(network.tail);
    this.head = new Int32Array(all);
    this.head.set(network.head);
    this.capacity = new Float64Array(all).fill(Infinity);
    this.capacity.set(capacity);
    this.cost = new Float64Array(all);
    this.cost.set(cost);
    this.flow = new Float64Array(all);
    this.place = new Int8Array(all).fill(AT_NOTHING);
    this.tree = new SpanningTree(nodes);
    const dearest = cost.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
    this.hangAll(supply, (dearest + 1) * (nodes + 1));
  }

  private hangAll(supply: Float64Array, artificial: number): void {
    const { tree, nodes } = this;
    for (let node = 0; node < nodes; node += 1) {
      const arc = this.arcs + node;
      const units = supply[node] ?? 0;
      const way = units >= 0 ? 1 : -1;
      this.tail[arc] = way === 1 ? node : nodes;
      this.head[arc] = way === 1 ? nodes : node;
      this.cost[arc] = artificial;
      this.flow[arc] = Math.abs(units);
      this.place[arc] = IN_TREE;
      tree.hang(node, nodes, arc, way);
      tree.depth[node] = 1;
      tree.potential[node] = -way * artificial;
    }
  }

  /**
   * Improves the flow until it is the cheapest, or until the time is up and all that is left to send is sent.
   * Answers whether it is proven the cheapest.
   * @param promising so many arcs at the front are tried before the others: most of the rest is never needed
   */
  run(expired: () => boolean, promising = this.arcs): boolean {
    if (promising < this.arcs && !this.improve(expired, promising)) return false;
    return this.improve(expired, this.arcs);
  }

  private improve(expired: () => boolean, arcs: number): boolean {
    if (this.nextArc >= arcs) this.nextArc = 0;
    let pivots = 0;
    for (let arc = this.entering(arcs); arc >= 0; arc = this.entering(arcs)) {
      this.pivot(arc);
      pivots += 1;
      if (pivots % PIVOTS_BETWEEN_LOOKS === 0 && expired() && this.shortfall() === 0) return false;
    }
    return true;
  }

  /** Units that could not be sent. */
  shortfall(): number {
    let units = 0;
    for (let arc = this.arcs; arc < this.flow.length; arc += 1)
      if (this.head[arc] === this.nodes) units += this.flow[arc] ?? 0;
    return units;
  }

  potential(node: number): number {
    return this.tree.potential[node] ?? 0;
  }

  /** Units that could not leave the node; below 0: that did not arrive there. */
  stuck(node: number): number {
    const arc = this.arcs + node;
    return (this.head[arc] === this.nodes ? 1 : -1) * (this.flow[arc] ?? 0);
  }

  /** 0 where the flow of an arc may differ between two cheapest flows. */
  reducedCost(arc: number): number {
    const { potential } = this.tree;
    return (
      (this.cost[arc] ?? 0) + (potential[this.tail[arc] ?? 0] ?? 0) - (potential[this.head[arc] ?? 0] ?? 0)
    );
  }

  /** The arc with the most negative price in the first block that has one; -1: none of the first `arcs` has. */
  private entering(arcs: number): number {
    const { tail, head, cost, place } = this;
    const { potential } = this.tree;
    const block = Math.max(32, Math.ceil(Math.sqrt(arcs)));
    let arc = this.nextArc;
    let left = block;
    let best = -1;
    let lowest = 0;
    for (let seen = 0; seen < arcs; seen += 1) {
      const reduced =
        (place[arc] ?? 0) *
        ((cost[arc] ?? 0) + (potential[tail[arc] ?? 0] ?? 0) - (potential[head[arc] ?? 0] ?? 0));
      if (reduced < lowest) {
        lowest = reduced;
        best = arc;
      }
      arc += 1;
      if (arc === arcs) arc = 0;
      left -= 1;
      if (left === 0) {
        if (best >= 0) break;
        left = block;
      }
    }
    this.nextArc = arc;
    return best;
  }

  private pivot(arc: number): void {
    const { tail, head, capacity, flow, place, tree } = this;
    const forward = place[arc] === AT_NOTHING;
    const first = (forward ? tail[arc] : head[arc]) ?? 0;
    const second = (forward ? head[arc] : tail[arc]) ?? 0;
    const meeting = tree.meeting(first, second);
    let units = capacity[arc] ?? 0;
    let cutAt = -1;
    let inner = first;
    // Of the arcs that block, the last one met on the way round from the meeting point leaves: the tree stays strongly feasible.
    for (let node = first; node !== meeting; node = tree.parent[node] ?? 0) {
      const room = this.room(node, -1);
      if (room < units) {
        units = room;
        cutAt = node;
      }
    }
    for (let node = second; node !== meeting; node = tree.parent[node] ?? 0) {
      const room = this.room(node, 1);
      if (room <= units) {
        units = room;
        cutAt = node;
        inner = second;
      }
    }
    if (units > 0) this.push(arc, (forward ? 1 : -1) * units, meeting);
    if (cutAt < 0) {
      place[arc] = forward ? AT_CAPACITY : AT_NOTHING;
      return;
    }
    const leaving = tree.arc[cutAt] ?? 0;
    place[leaving] = flow[leaving] === 0 ? AT_NOTHING : AT_CAPACITY;
    const reduced = this.reducedCost(arc);
    place[arc] = IN_TREE;
    const way = tail[arc] === inner ? 1 : -1;
    tree.rehang(inner, inner === first ? second : first, arc, way, cutAt, -way * reduced);
  }

  /** How many more units the arc above a node takes: `way` 1 towards the root, -1 away from it. */
  private room(node: number, way: number): number {
    const arc = this.tree.arc[node] ?? 0;
    const used = this.flow[arc] ?? 0;
    return this.tree.direction[node] === way ? (this.capacity[arc] ?? 0) - used : used;
  }

  private push(arc: number, units: number, meeting: number): void {
    const { flow, tail, head, tree } = this;
    flow[arc] = (flow[arc] ?? 0) + units;
    for (let node = tail[arc] ?? 0; node !== meeting; node = tree.parent[node] ?? 0) {
      const above = tree.arc[node] ?? 0;
      flow[above] = (flow[above] ?? 0) - (tree.direction[node] ?? 0) * units;
    }
    for (let node = head[arc] ?? 0; node !== meeting; node = tree.parent[node] ?? 0) {
      const above = tree.arc[node] ?? 0;
      flow[above] = (flow[above] ?? 0) + (tree.direction[node] ?? 0) * units;
    }
  }
}
