/** How often each member of a group is drawn, and in how many orders of drawing that happens. */
export interface Multiset {
  readonly copies: readonly number[];
  readonly ways: number;
}

/** The number of multisets of n drawn from n, C(2n − 1, n), or `most + 1` if there are more than `most`. */
export function countMultisets(n: number, most: number): number {
  let count = 1;
  for (let i = 1; i <= n; i += 1) {
    count = (count * (n - 1 + i)) / i;
    if (count > most) return most + 1;
  }
  return count;
}

/** Every multiset of n drawn from n with replacement; the ways add up to n^n. */
export function multisets(n: number): Multiset[] {
  return compositions(n, n).map((copies) => ({
    copies,
    ways: copies.reduce((ways, times) => ways / factorial(times), factorial(n)),
  }));
}

/** All ways to write `total` as an ordered sum of `parts` numbers from 0. */
function compositions(total: number, parts: number): number[][] {
  if (parts === 0) return total === 0 ? [[]] : [];
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    compositions(total - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
