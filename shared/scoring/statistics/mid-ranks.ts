import { itemAt } from '../item.ts';

/** Twice the average rank of each value, ascending, 1-based; and how many share each value. */
export function midRanks(values: readonly bigint[]): { readonly doubled: bigint[]; readonly ties: bigint[] } {
  const order = values.map((_, index) => index);
  const value = (index: number): bigint => itemAt(values, index);
  order.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
  const doubled = values.map(() => 0n);
  const ties: bigint[] = [];
  for (let first = 0, next = 0; first < order.length; first = next) {
    while (next < order.length && value(itemAt(order, next)) === value(itemAt(order, first))) next += 1;
    // Places first + 1 … next share their average, (first + 1 + next) / 2.
    for (let i = first; i < next; i += 1) doubled[itemAt(order, i)] = BigInt(first + 1 + next);
    ties.push(BigInt(next - first));
  }
  return { doubled, ties };
}
