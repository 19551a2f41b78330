import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { namesOf, ruleSentence } from '../../../shared/scoring/index.ts';
import type { EntryResult } from '../../../shared/scoring/index.ts';
import { sheetUses } from './sheet-uses.ts';
import { openTies, tieSentence } from './ties.ts';
import type { ResultRow } from './queries.ts';
import type { DayProject, RecordOfDay } from './record-of-day.ts';

/** A stored result with the titles, places and money of its projects, as the contract shows it. */
export function presentResult(
  row: ResultRow,
  settings: Settings,
  day: RecordOfDay,
  byName: string,
  signature: Result['signature'],
): Result {
  const { scorebook, result } = row;
  const panel = new Map(day.judges.map((judge) => [judge.id, judge]));
  const judges = scorebook.judges.map(({ id, name }) => ({
    id,
    seat: panel.get(id)?.profile.seat ?? 0,
    name: name ?? id,
  }));
  const projects = new Map(day.projects.map((project) => [project.id, project]));
  const absences = scorebook.sheets.flatMap(({ absent }) => absent ?? []);
  const recused = absences.filter((absence) => absence === 'recused').length;
  return {
    version: row.version,
    at: row.at,
    byName,
    rulesVersion: row.rulesVersion,
    rulesSentence: ruleSentence(
      scorebook.rules,
      scorebook.criteria,
      settings.parties,
      settings.scoring.beside?.bonus,
    ),
    checksum: row.checksum,
    ledger: { size: row.ledgerSize, head: row.ledgerHead },
    judges,
    counts: {
      expected: scorebook.sheets.length,
      marked: scorebook.sheets.length - absences.length,
      recused,
      absent: absences.length - recused,
    },
    entries: result.entries.flatMap((entry) => {
      const project = projects.get(entry.id);
      return project ? [presentEntry(entry, project, row, settings, judges)] : [];
    }),
    openTies: openTies(result),
    signature,
  };
}

function presentEntry(
  entry: EntryResult,
  project: DayProject,
  { scorebook }: ResultRow,
  { communities, parties }: Settings,
  judges: Result['judges'],
): ResultEntry {
  const excluded = scorebook.entries.find(({ id }) => id === entry.id)?.excluded;
  return {
    proposal: entry.id,
    order: project.order,
    title: project.title,
    applicantName: project.applicantName,
    community: communities.find(({ id }) => id === project.community)?.name ?? '',
    trackId: project.track,
    communityId: project.community,
    requested: project.requested,
    minimum: project.minimum,
    rank: entry.rank,
    score: entry.score,
    valid: entry.valid,
    flags: [...entry.flags],
    excluded: excluded ? { kind: excluded.kind, reason: excluded.reason ?? '' } : null,
    tie: tieSentence(entry, namesOf(scorebook, parties)),
    sheets: sheetUses(scorebook, entry, judges),
    steps: [...entry.steps],
  };
}
