/**
 * The spanning tree of a network simplex: every node but the root hangs by one arc from its parent. Children are
 * doubly linked, so that cutting and hanging a branch takes constant time.
 */
export class SpanningTree {
  readonly root: number;
  readonly parent: Int32Array;
  /** The arc to the parent. */
  readonly arc: Int32Array;
  /** 1: the arc runs from the node up to its parent; -1: down. */
  readonly direction: Int8Array;
  readonly depth: Int32Array;
  /** Reduced cost of arc a: cost + potential[tail] - potential[head]; 0 for every arc of the tree. */
  readonly potential: Float64Array;
  private readonly child: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly stack: Int32Array;

  /** A tree that is its root alone, with room for `nodes` others, 0 to nodes - 1. */
  constructor(nodes: number) {
    const size = nodes + 1;
    this.root = nodes;
    this.parent = new Int32Array(size).fill(-1);
    this.arc = new Int32Array(size).fill(-1);
    this.direction = new Int8Array(size);
    this.depth = new Int32Array(size);
    this.potential = new Float64Array(size);
    this.child = new Int32Array(size).fill(-1);
    this.next = new Int32Array(size).fill(-1);
    this.previous = new Int32Array(size).fill(-1);
    this.stack = new Int32Array(size);
  }

  hang(node: number, parent: number, arc: number, direction: number): void {
    const { child, next, previous } = this;
    this.parent[node] = parent;
    this.arc[node] = arc;
    this.direction[node] = direction;
    const first = child[parent] ?? -1;
    next[node] = first;
    previous[node] = -1;
    if (first >= 0) previous[first] = node;
    child[parent] = node;
  }

  private cut(node: number): void {
    const { child, next, previous, parent } = this;
    const before = previous[node] ?? -1;
    const after = next[node] ?? -1;
    if (before >= 0) next[before] = after;
    else child[parent[node] ?? 0] = after;
    if (after >= 0) previous[after] = before;
  }

  /** The lowest node above both. */
  meeting(a: number, b: number): number {
    const { parent, depth } = this;
    let [u, v] = [a, b];
    while (u !== v)
      if ((depth[u] ?? 0) >= (depth[v] ?? 0)) u = parent[u] ?? 0;
      else v = parent[v] ?? 0;
    return u;
  }

  /**
   * Cuts the branch at `cutAt` from its parent and hangs it by its node `inner` from `outer`, turning the path from
   * `inner` to `cutAt` around; every potential of the branch moves by `shift`.
   */
  rehang(inner: number, outer: number, arc: number, direction: number, cutAt: number, shift: number): void {
    let node = inner;
    let [parent, by, way] = [outer, arc, direction];
    for (;;) {
      const oldParent = this.parent[node] ?? 0;
      const oldArc = this.arc[node] ?? 0;
      const oldWay = this.direction[node] ?? 0;
      this.cut(node);
      this.hang(node, parent, by, way);
      if (node === cutAt) break;
      [parent, by, way] = [node, oldArc, -oldWay];
      node = oldParent;
    }
    this.moveBranch(inner, shift);
  }

  private moveBranch(top: number, shift: number): void {
    const { parent, depth, potential, child, next, stack } = this;
    let count = 1;
    stack[0] = top;
    while (count > 0) {
      count -= 1;
      const node = stack[count] ?? 0;
      potential[node] = (potential[node] ?? 0) + shift;
      depth[node] = (depth[parent[node] ?? 0] ?? 0) + 1;
      for (let below = child[node] ?? -1; below >= 0; below = next[below] ?? -1) {
        stack[count] = below;
        count += 1;
      }
    }
  }
}
