/**
 * Which judge may hand a proposal to which: an edge a → b while some proposal can replace a by b. Edges are counted,
 * since several proposals may offer the same one, and kept as bits, so that a search takes a few steps a judge.
 */
export class ExchangeGraph {
  private readonly nodes: number;
  private readonly words: number;
  private readonly offers: Int32Array;
  private readonly bits: Int32Array;

  constructor(nodes: number) {
    this.nodes = nodes;
    this.words = Math.ceil(nodes / 32);
    this.offers = new Int32Array(nodes * nodes);
    this.bits = new Int32Array(nodes * this.words);
  }

  /** `change` 1: one offer more; -1: one less. */
  offer(from: number, to: number, change: number): void {
    const edge = from * this.nodes + to;
    const count = (this.offers[edge] ?? 0) + change;
    this.offers[edge] = count;
    const word = from * this.words + (to >> 5);
    const bit = 1 << (to & 31);
    this.bits[word] = count > 0 ? (this.bits[word] ?? 0) | bit : (this.bits[word] ?? 0) & ~bit;
  }

  /** A shortest way from one node to any of the targets, both ends included; null: there is none. */
  way(from: number, targets: readonly number[]): number[] | null {
    const { words, bits, nodes } = this;
    const unseen = new Int32Array(words).fill(-1);
    const before = new Int32Array(nodes).fill(-1);
    const queue = new Int32Array(nodes);
    const wanted = new Int32Array(words);
    for (const target of targets) wanted[target >> 5] = (wanted[target >> 5] ?? 0) | (1 << (target & 31));
    queue[0] = from;
    unseen[from >> 5] = (unseen[from >> 5] ?? 0) & ~(1 << (from & 31));
    let length = 1;
    for (let head = 0; head < length; head += 1) {
      const node = queue[head] ?? 0;
      for (let word = 0; word < words; word += 1) {
        let found = (bits[node * words + word] ?? 0) & (unseen[word] ?? 0);
        unseen[word] = (unseen[word] ?? 0) & ~found;
        while (found !== 0) {
          const bit = 31 - Math.clz32(found & -found);
          found &= found - 1;
          const next = word * 32 + bit;
          before[next] = node;
          if (((wanted[word] ?? 0) & (1 << bit)) !== 0) return wayTo(next, before);
          queue[length] = next;
          length += 1;
        }
      }
    }
    return null;
  }
}

function wayTo(end: number, before: Int32Array): number[] {
  const way = [];
  for (let node = end; node >= 0; node = before[node] ?? -1) way.unshift(node);
  return way;
}
