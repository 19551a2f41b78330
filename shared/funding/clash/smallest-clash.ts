/**
 * The fewest rules that cannot all be kept: a smallest unsatisfiable subset, found by implicit hitting sets (Ignatiev,
 * Previti, Liffiton, Marques-Silva, Smallest MUS extraction with minimal hitting set dualization, CP 2015). What has
 * to go so that the rest can be kept must meet every clash; a smallest set that meets all such corrections found so
 * far either clashes, and no smaller one does, or grows to a set whose rest is one more correction.
 *
 * @param clashes whether a set of rules cannot be kept; true for all of them together
 * @returns in the given order
 */
export function smallestClash<R>(rules: readonly R[], clashes: (rules: readonly R[]) => boolean): R[] {
  const corrections: (readonly R[])[] = [];
  for (;;) {
    const least = smallestHittingSet(rules, corrections);
    if (clashes(least)) return least;
    const kept = new Set(least);
    for (const rule of rules)
      if (!kept.has(rule) && !clashes(rules.filter((one) => kept.has(one) || one === rule))) kept.add(rule);
    corrections.push(rules.filter((rule) => !kept.has(rule)));
  }
}

/** The fewest items that meet every set, the first in order among equals; sets are not empty. */
export function smallestHittingSet<T>(items: readonly T[], sets: readonly (readonly T[])[]): T[] {
  for (let size = 0; size <= items.length; size += 1) {
    const found = hittingSet(sets, size);
    if (found) return items.filter((item) => found.has(item));
  }
  throw new RangeError('an empty set cannot be met');
}

/** A set of at most `size` items that meets every set; one item of the first set not met has to be in it. */
function hittingSet<T>(
  sets: readonly (readonly T[])[],
  size: number,
  chosen: ReadonlySet<T> = new Set(),
): ReadonlySet<T> | null {
  const open = sets.find((set) => !set.some((item) => chosen.has(item)));
  if (open === undefined) return chosen;
  if (size === 0) return null;
  for (const item of open) {
    const found = hittingSet(sets, size - 1, new Set([...chosen, item]));
    if (found) return found;
  }
  return null;
}
