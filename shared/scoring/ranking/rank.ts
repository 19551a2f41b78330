import { officialMethod } from '../entry/method.ts';
import { entryOutcome } from '../entry/outcome.ts';
import type { Copies, EntryOutcome } from '../entry/types.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare } from '../numbers/rational.ts';
import type { Table } from '../table/types.ts';
import type { TieDecision } from './break-ties.ts';
import { breakTies, splitEqual } from './break-ties.ts';
import { tieValue } from './tie-value.ts';

export interface Ranking {
  /** By entry index. */
  readonly outcomes: readonly EntryOutcome[];
  /** By entry index; null: excluded or without a value. */
  readonly ranks: readonly (number | null)[];
  /** Entry indices in rank order, then those without a rank in the order of the file. */
  readonly order: readonly number[];
  /** Entries that share their rank. */
  readonly shared: ReadonlySet<number>;
  /** The tie rules that each tied entry went through. */
  readonly ties: ReadonlyMap<number, readonly TieDecision[]>;
}

/** Ranks all entries of a table by a panel: 1, 2, 2, 4. Only exact values are compared. */
export function rankTable(table: Table, copies: Copies = null): Ranking {
  const method = officialMethod(table.rules);
  const outcomes = table.entries.map((_, entry) => entryOutcome(table, entry, copies, method));
  const ranked = outcomes.flatMap(({ entry, value }) =>
    value === null || table.entries[entry]?.excluded !== null ? [] : [{ entry, value }],
  );
  const ties = new Map<number, TieDecision[]>();
  const groups = equalGroups(ranked).flatMap((group) =>
    breakTies(
      group,
      table.rules.ties,
      (entry, rule) => tieValue(table, entry, rule, copies),
      (decision) => {
        for (const { entry } of decision.compared) ties.set(entry, [...(ties.get(entry) ?? []), decision]);
      },
    ),
  );
  const ranks: (number | null)[] = table.entries.map(() => null);
  let place = 1;
  for (const group of groups) {
    for (const entry of group) ranks[entry] = place;
    place += group.length;
  }
  const unranked = ranks.flatMap((rank, entry) => (rank === null ? [entry] : []));
  const shared = new Set(groups.flatMap((group) => (group.length > 1 ? group : [])));
  return { outcomes, ranks, order: [...groups.flat(), ...unranked], shared, ties };
}

function equalGroups(ranked: { readonly entry: number; readonly value: Rational }[]): number[][] {
  const sorted = ranked.sort((a, b) => compare(b.value, a.value) || a.entry - b.entry);
  return splitEqual(sorted, (a, b) => compare(a.value, b.value) === 0).map((group) =>
    group.map(({ entry }) => entry),
  );
}
