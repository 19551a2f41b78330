import type { Analysis, QualityEntry } from '../contract/quality.ts';
import type { Sha256 } from '../ledger/hash.ts';
import { certaintyOf } from '../scoring/certainty/certainty.ts';
import { namesOf } from '../scoring/explain/names.ts';
import { sumMarks } from '../scoring/numbers/sum-marks.ts';
import type { EntryResult } from '../scoring/result.ts';
import { rankScorebook } from '../scoring/result.ts';
import { faultLine } from '../scoring/scorebook/faults.ts';
import { parseScorebook } from '../scoring/scorebook/parse.ts';
import type { Scorebook, ScorebookFile } from '../scoring/scorebook/types.ts';
import { judgeTable } from '../scoring/statistics/judge-table.ts';
import { buildTable } from '../scoring/table/build.ts';
import { agreementOf } from './agreement.ts';
import { closeCalls } from './close-calls.ts';
import { judgesOf } from './judges.ts';
import { lineOf } from './line.ts';
import { outlyingSheets } from './outlying-sheets.ts';
import { hasPlainTwin, plainResults } from './plain-ranks.ts';
import { criteriaOf, marksOf } from './spread.ts';

/** What an analysis is made from: the same input gives the same analysis. */
export interface AnalysisInput {
  /** Judges by number (`withoutNames`). */
  readonly scorebook: ScorebookFile;
  /** Of the official result; seeds the panels that are drawn. */
  readonly checksum: string;
  /** How many are proposed for funding. */
  readonly cut: number;
  /** Names of the parties, which the scorebook does not hold. */
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

type Ranked = EntryResult & { readonly rank: number; readonly score: string };

const isRanked = (entry: EntryResult): entry is Ranked => entry.rank !== null && entry.score !== null;

/**
 * The internal quality analysis of a result: beside the official score, never inside it.
 * @throws Error if the scorebook has faults; a stored one has none
 */
export function analyse(
  { scorebook: file, checksum, cut, parties }: AnalysisInput,
  sha256: Sha256,
): Analysis {
  const parsed = parseScorebook(file);
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'));
  const { scorebook } = parsed;
  const table = buildTable(scorebook);
  const totals = judgeTable(table);
  const { entries, statistics } = rankScorebook(scorebook, sha256);
  const ranked = entries.filter(isRanked);
  const fullMark = fullMarkOf(scorebook);
  const hasLine = cut > 0 && cut < ranked.length;
  const ids = {
    judges: scorebook.judges.map(({ id }) => id),
    entries: scorebook.entries.map(({ id }) => id),
  };
  return {
    agreement: agreementOf(
      statistics,
      totals.rows.map((row) => row.filter((value) => value !== null).length),
    ),
    criteria: criteriaOf(scorebook),
    fullMark,
    judges: judgesOf(ids.judges, totals, statistics),
    questions: outlyingSheets(ids, totals, statistics),
    entries: qualityEntries(scorebook, ranked, sha256),
    hasPlain: hasPlainTwin(scorebook),
    line: hasLine ? lineOf(certaintyOf(scorebook, cut, checksum, sha256)) : null,
    close: closeCalls(scorebook, table, ranked, hasLine ? cut : null, fullMark, namesOf(scorebook, parties)),
  };
}

/** Full mark of a sheet where all criteria count alike and are bounded; null else. */
function fullMarkOf({ criteria }: Scorebook): string | null {
  const maxima = criteria.flatMap(({ max, factor, track, stage }) =>
    max !== undefined && factor === undefined && track === undefined && stage === undefined ? [max] : [],
  );
  return maxima.length < criteria.length ? null : sumMarks(maxima);
}

function qualityEntries(scorebook: Scorebook, ranked: readonly Ranked[], sha256: Sha256): QualityEntry[] {
  const plain = plainResults(scorebook, sha256);
  return ranked.map(({ id, rank, score }) => {
    const twin = plain.get(id);
    return {
      proposal: id,
      rank,
      score,
      plainRank: twin?.rank ?? null,
      plainScore: twin?.score ?? null,
      marks: marksOf(scorebook, id),
    };
  });
}
