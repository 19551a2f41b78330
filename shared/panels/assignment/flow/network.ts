/**
 * Units to be sent from nodes with a positive `supply` to those with a negative one over arcs with a `capacity` at
 * the least `cost`. All numbers are whole; supplies add up to 0. Arc a runs from `tail[a]` to `head[a]`.
 */
export interface FlowNetwork {
  readonly supply: Float64Array;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly capacity: Float64Array;
  readonly cost: Float64Array;
}

/** Collects arcs for a network whose greatest size is known. */
export class NetworkBuilder {
  arcs = 0;
  private readonly supply: Float64Array;
  private readonly tail: Int32Array;
  private readonly head: Int32Array;
  private readonly capacity: Float64Array;
  private readonly cost: Float64Array;

  constructor(nodes: number, mostArcs: number) {
    this.supply = new Float64Array(nodes);
    this.tail = new Int32Array(mostArcs);
    this.head = new Int32Array(mostArcs);
    this.capacity = new Float64Array(mostArcs);
    this.cost = new Float64Array(mostArcs);
  }

  give(node: number, units: number): void {
    this.supply[node] = (this.supply[node] ?? 0) + units;
  }

  /** Answers with the number of the arc. */
  arc(tail: number, head: number, capacity: number, cost: number): number {
    const arc = this.arcs;
    this.tail[arc] = tail;
    this.head[arc] = head;
    this.capacity[arc] = capacity;
    this.cost[arc] = cost;
    this.arcs += 1;
    return arc;
  }

  network(): FlowNetwork {
    const { supply, arcs } = this;
    return {
      supply,
      tail: this.tail.subarray(0, arcs),
      head: this.head.subarray(0, arcs),
      capacity: this.capacity.subarray(0, arcs),
      cost: this.cost.subarray(0, arcs),
    };
  }
}
