import type { DrawOutcome } from './record.ts';

/** Where what a file says came out differs from the draw done again; in the order seed, order, seats. */
export type DrawDifference =
  | { readonly at: 'seed' }
  | { readonly at: 'order'; readonly place: number }
  | { readonly at: 'seats'; readonly line: number };

/**
 * Compares the claim of a file with the outcome. What the file does not state is not compared; a list that is longer or
 * shorter differs at the first place where one ends.
 */
export function drawDifferences(
  claim: { readonly seed?: unknown; readonly order?: unknown; readonly drawn?: unknown },
  outcome: DrawOutcome,
): DrawDifference[] {
  const seats = outcome.seats?.map(({ ids, substitutes }) => ({ ids, substitutes })) ?? [];
  // A list of ids alone has no keys to compare.
  const place = firstDifference(claim.order, outcome.order, (item, index) =>
    typeof item === 'string'
      ? { id: item, key: outcome.order[index]?.key }
      : { id: member(item, 'id'), key: member(item, 'key') },
  );
  const line = firstDifference(claim.drawn, seats, (item) => ({
    ids: member(item, 'ids'),
    substitutes: member(item, 'substitutes'),
  }));
  return [
    ...(claim.seed === undefined || claim.seed === outcome.seed ? [] : [{ at: 'seed' } as const]),
    ...(place === Infinity ? [] : [{ at: 'order', place } as const]),
    ...(line === Infinity ? [] : [{ at: 'seats', line } as const]),
  ];
}

const member = (item: unknown, key: string): unknown =>
  typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined;

/** The first index at which a claimed list differs; `Infinity`: nowhere, or nothing is claimed. What is no list differs at 0. */
function firstDifference(
  claimed: unknown,
  right: readonly unknown[],
  read: (item: unknown, index: number) => unknown,
): number {
  if (claimed === undefined) return Infinity;
  if (!Array.isArray(claimed)) return 0;
  const items = claimed.map(read);
  const index = Array.from({ length: Math.max(items.length, right.length) }).findIndex(
    (_, at) => JSON.stringify(items[at]) !== JSON.stringify(right[at]),
  );
  return index < 0 ? Infinity : index;
}
