import { valueOf } from '../item.ts';
import { exact } from '../numbers/decimal.ts';
import type { Rational } from '../numbers/rational.ts';
import { ZERO } from '../numbers/rational.ts';
import type { VoteCount, VoteRule } from '../scorebook/types.ts';
import type { TableEntry, VotedStage, VoteValue } from './types.ts';

/** The votes of one stage, turned into points. Entries that are excluded or have no count have none. */
export function votedStage(
  stage: { readonly id: string; readonly weight: Rational; readonly rule: VoteRule },
  counts: readonly VoteCount[],
  entries: readonly TableEntry[],
): VotedStage {
  const excluded = new Set(entries.flatMap(({ id, excluded: kind }) => (kind === null ? [] : [id])));
  const mine = counts.filter((vote) => vote.stage === stage.id && !excluded.has(vote.entry));
  const byEntry = new Map(mine.map(({ entry, count }) => [entry, count]));
  const all = mine.reduce((total, { count }) => total + count, 0);
  const place = places(mine.map(({ count }) => count));
  return {
    kind: 'votes',
    ...stage,
    votes: entries.map(({ id }) => {
      const count = byEntry.get(id);
      if (count === undefined) return null;
      return voteValue({ count, all, place: valueOf(place, count) }, stage.rule);
    }),
  };
}

function voteValue(vote: Omit<VoteValue, 'value'>, rule: VoteRule): VoteValue | null {
  if (rule.by === 'rank') {
    const points = rule.table[vote.place - 1];
    return { ...vote, value: points === undefined ? ZERO : exact(points) };
  }
  if (vote.all === 0) return null;
  return { ...vote, value: { n: BigInt(vote.count) * 100n, d: BigInt(vote.all) } };
}

/** The place of each count, 1, 2, 2, 4. */
function places(counts: readonly number[]): Map<number, number> {
  const sorted = [...counts].sort((a, b) => b - a);
  const place = new Map<number, number>();
  sorted.forEach((count, index) => {
    if (!place.has(count)) place.set(count, index + 1);
  });
  return place;
}
