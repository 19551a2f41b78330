import type { Sha256 } from '../../ledger/hash.ts';
import { itemAt } from '../item.ts';
import type { Ranking } from '../ranking/rank.ts';
import { rankerOf } from '../ranking/rank.ts';
import type { Scorebook } from '../scorebook/types.ts';
import { buildTable } from '../table/build.ts';
import { bootstrap } from './bootstrap.ts';
import { flips } from './flip.ts';
import { fundedOf } from './funded.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { seededDraws } from './random.ts';
import type { Certainty } from './types.ts';

/**
 * How firmly the line after the first `cut` places stands (`cut` a whole number from 1). `checksum` is that of the
 * official result and seeds the bootstrap, so that anybody draws the same panels.
 */
export function certaintyOf(scorebook: Scorebook, cut: number, checksum: string, sha256: Sha256): Certainty {
  const table = buildTable(scorebook);
  const ranker = rankerOf(table);
  const ranking = ranker(null);
  const without = leaveOneOut(table, ranker);
  const funded = fundedOf(ranking, cut);
  const ranked = ranking.order.filter((entry) => itemAt(table.entries, entry).excluded === null);
  const ids = (entries: readonly number[]): string[] =>
    entries.map((entry) => itemAt(table.entries, entry).id);
  const probabilities = bootstrap(table, ranker, cut, seededDraws(checksum, sha256));
  return {
    cut,
    funded: ids(funded),
    tied_at_line: funded.length > cut,
    leave_one_out: without.map((one, judge) => ({
      judge: itemAt(table.judges, judge).id,
      funded: ids(fundedOf(one, cut)),
    })),
    range: ranked.map((entry) => ({
      entry: itemAt(table.entries, entry).id,
      ...rankRange([ranking, ...without], entry),
    })),
    bootstrap: ranked.map((entry) => ({
      entry: itemAt(table.entries, entry).id,
      probability: itemAt(probabilities, entry),
    })),
    flip: flips(scorebook, table, ranking, new Set(funded)),
  };
}

function rankRange(
  rankings: readonly Ranking[],
  entry: number,
): { best: number | null; worst: number | null } {
  const ranks = rankings.flatMap(({ ranks: all }) => all[entry] ?? []);
  return ranks.length === 0
    ? { best: null, worst: null }
    : { best: Math.min(...ranks), worst: Math.max(...ranks) };
}
