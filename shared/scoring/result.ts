import { canonicalJson } from '../ledger/canonical.ts';
import type { Sha256 } from '../ledger/hash.ts';
import { officialMethod } from './entry/method.ts';
import { entryOutcome } from './entry/outcome.ts';
import type { Flag } from './flags.ts';
import { flagsOf } from './flags.ts';
import { itemAt } from './item.ts';
import { formatExact } from './numbers/format.ts';
import type { TieDecision } from './ranking/break-ties.ts';
import type { Ranking } from './ranking/rank.ts';
import { rankTable } from './ranking/rank.ts';
import type { Scorebook } from './scorebook/types.ts';
import { statisticsOf } from './statistics/statistics.ts';
import type { Statistics } from './statistics/types.ts';
import { entrySteps } from './steps/entry-steps.ts';
import type { Step } from './steps/types.ts';
import { buildTable } from './table/build.ts';
import type { Table } from './table/types.ts';

export type EntryResult = {
  readonly id: string;
  /** 1, 2, 2, 4; null: excluded or without a score. */
  readonly rank: number | null;
  /** Canonical decimal, or `n/d` in lowest terms. */
  readonly score: string | null;
  /** Valid sheets; with several judged stages the fewest. */
  readonly valid: number;
  readonly flags: readonly Flag[];
  /** The derivation; empty for an excluded entry without a score. */
  readonly steps: readonly Step[];
};

/** `result/1`: entries in rank order, those without a rank last. */
export type ScoreResult = {
  readonly format: 'result/1';
  readonly entries: readonly EntryResult[];
  readonly statistics: Statistics;
  /** SHA-256 over the RFC 8785 form of {scorebook, result without checksum}, in lower-case hex. */
  readonly checksum: string;
};

/** Computes the result of a checked scorebook. The same scorebook gives the same bytes on every machine. */
export function rankScorebook(scorebook: Scorebook, sha256: Sha256): ScoreResult {
  const table = buildTable(scorebook);
  const ties = new Map<number, TieDecision[]>();
  const ranking = rankTable(table, null, (decision) => {
    for (const { entry } of decision.compared) ties.set(entry, [...(ties.get(entry) ?? []), decision]);
  });
  const result = {
    format: 'result/1' as const,
    entries: ranking.order.map((entry) => entryResult(table, ranking, entry, ties.get(entry) ?? [])),
    statistics: statisticsOf(table),
  };
  return { ...result, checksum: checksumOf(scorebook, result, sha256) };
}

/** The checksum of a result, as printed on every paper; whoever has both files can compute it. */
export function checksumOf(
  scorebook: Scorebook,
  result: Omit<ScoreResult, 'checksum'>,
  sha256: Sha256,
): string {
  return sha256(canonicalJson({ scorebook, result }));
}

function entryResult(
  table: Table,
  { ranks, shared }: Ranking,
  entry: number,
  ties: readonly TieDecision[],
): EntryResult {
  const outcome = entryOutcome(table, entry, null, officialMethod(table.rules));
  const { id, excluded } = itemAt(table.entries, entry);
  const nothing = excluded !== null && outcome.value === null;
  return {
    id,
    rank: itemAt(ranks, entry),
    score: outcome.value && formatExact(outcome.value),
    valid: outcome.valid,
    flags: flagsOf(table, outcome, shared.has(entry)),
    steps: nothing ? [] : entrySteps(table, outcome, ties),
  };
}
