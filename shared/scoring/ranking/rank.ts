import type { Copies } from '../entry/types.ts';
import { itemAt } from '../item.ts';
import type { Table } from '../table/types.ts';
import type { RecordTie } from './break-ties.ts';
import { breakTies } from './break-ties.ts';
import type { Ordered } from './ordered.ts';
import { scorer } from './scores.ts';
import { tieOrder } from './tie-value.ts';

export interface Ranking {
  /** What the ranks compare; an entry has none where a stage has no value. */
  readonly scores: Ordered;
  /** By entry index; null: excluded or without a value. */
  readonly ranks: readonly (number | null)[];
  /** Entry indices in rank order, then those without a rank in the order of the file. */
  readonly order: readonly number[];
  /** Entries that share their rank. */
  readonly shared: ReadonlySet<number>;
}

/** Makes the ranking of one panel. `record` is told of every tie rule that was put to a group of equals. */
export type Ranker = (copies: Copies, record?: RecordTie) => Ranking;

/** Ranks all entries of a table by the whole panel or another one: 1, 2, 2, 4. Only exact values are compared. */
export function rankTable(table: Table, copies: Copies = null, record: RecordTie = null): Ranking {
  return rankerOf(table)(copies, record);
}

/** Prepares the ranking of a table for many panels. */
export function rankerOf(table: Table): Ranker {
  const scoresOf = scorer(table);
  const ties = table.rules.ties.map((rule) => ({ rule, order: tieOrder(table, rule) }));
  return (copies, record = null) => {
    const scores = scoresOf(copies);
    const prepared = ties.map(({ rule, order }) => ({ rule, values: once(() => order(copies)) }));
    return placed(table, scores, (group) => breakTies(group, prepared, record));
  };
}

/** Places the entries by score; `split` puts a group of equals in order, best first. */
function placed(
  { entries }: Table,
  scores: Ordered,
  split: (group: readonly number[]) => (readonly number[])[],
): Ranking {
  const ranks = new Array<number | null>(entries.length).fill(null);
  const shared = new Set<number>();
  const ranked: number[] = [];
  entries.forEach(({ excluded }, entry) => {
    if (excluded === null && scores.has(entry)) ranked.push(entry);
  });
  const order = scores.sorted(ranked);
  for (let first = 0; first < order.length;) {
    const entry = itemAt(order, first);
    let next = first + 1;
    while (next < order.length && scores.compare(entry, itemAt(order, next)) === 0) next += 1;
    if (next === first + 1) ranks[entry] = next;
    else placeEquals(first, split(order.slice(first, next)));
    first = next;
  }
  ranks.forEach((rank, entry) => {
    if (rank === null) order.push(entry);
  });
  return { scores, ranks, order, shared };

  function placeEquals(before: number, groups: readonly (readonly number[])[]): void {
    let at = before;
    for (const group of groups) {
      const rank = at + 1;
      for (const entry of group) {
        ranks[entry] = rank;
        order[at++] = entry;
        if (group.length > 1) shared.add(entry);
      }
    }
  }
}

/** Most rankings never come to their tie rules. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
