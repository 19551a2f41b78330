import { officialMethod } from '../entry/method.ts';
import { entryOutcome } from '../entry/outcome.ts';
import type { Copies } from '../entry/types.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare } from '../numbers/rational.ts';
import type { Table } from '../table/types.ts';
import type { TieDecision } from './break-ties.ts';
import { breakTies, splitEqual } from './break-ties.ts';
import { tieValue } from './tie-value.ts';

export interface Ranking {
  /** What the ranks compare, by entry index; null where a stage has no value. */
  readonly values: readonly (Rational | null)[];
  /** By entry index; null: excluded or without a value. */
  readonly ranks: readonly (number | null)[];
  /** Entry indices in rank order, then those without a rank in the order of the file. */
  readonly order: readonly number[];
  /** Entries that share their rank. */
  readonly shared: ReadonlySet<number>;
}

type Valued = { readonly entry: number; readonly value: Rational };

/**
 * Ranks all entries of a table by a panel: 1, 2, 2, 4. Only exact values are compared. `record` is told of every
 * tie rule that was put to a group of equals.
 */
export function rankTable(
  table: Table,
  copies: Copies = null,
  record: (decision: TieDecision) => void = () => undefined,
): Ranking {
  const { entries, rules } = table;
  const method = officialMethod(rules);
  const values = entries.map((_, entry) => entryOutcome(table, entry, copies, method).value);
  const ranked: Valued[] = [];
  values.forEach((value, entry) => {
    if (value !== null && entries[entry]?.excluded === null) ranked.push({ entry, value });
  });
  const ties = rules.ties.map((rule) => ({ rule, valueOf: tieValue(table, rule, copies) }));
  const groups = equalGroups(ranked).flatMap((group) => breakTies(group, ties, record));
  const ranks: (number | null)[] = entries.map(() => null);
  let place = 1;
  for (const group of groups) {
    for (const entry of group) ranks[entry] = place;
    place += group.length;
  }
  const unranked = ranks.flatMap((rank, entry) => (rank === null ? [entry] : []));
  const shared = new Set(groups.flatMap((group) => (group.length > 1 ? group : [])));
  return { values, ranks, order: [...groups.flat(), ...unranked], shared };
}

function equalGroups(ranked: Valued[]): number[][] {
  const sorted = ranked.sort((a, b) => compare(b.value, a.value) || a.entry - b.entry);
  return splitEqual(sorted, (a, b) => compare(a.value, b.value) === 0).map((group) =>
    group.map(({ entry }) => entry),
  );
}
