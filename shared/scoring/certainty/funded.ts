import type { Ranking } from '../ranking/rank.ts';

/** Entry indices with a rank up to `cut`, in rank order. */
export function fundedOf({ order, ranks }: Ranking, cut: number): number[] {
  return order.filter((entry) => {
    const rank = ranks[entry] ?? null;
    return rank !== null && rank <= cut;
  });
}
