import type { Settings } from '../../../shared/contract/settings.ts';
import { explain, namesOf } from '../../../shared/scoring/index.ts';
import type { EntryResult, ScorebookFile, ScoreResult } from '../../../shared/scoring/index.ts';
import type { RecordOfDay } from './record-of-day.ts';

/**
 * The derivation of one score in words, projects called by order number and title, judges by seat and name, parties by name.
 * @returns null when the result has no such project
 */
export function explainEntry(
  scorebook: ScorebookFile,
  result: ScoreResult,
  day: RecordOfDay,
  parties: Settings['parties'],
  proposal: string,
): string | null {
  const titles = new Map(day.projects.map(({ id, order, title }) => [id, `${order}号《${title}》`]));
  const seats = new Map(day.judges.map(({ id, profile }) => [id, `${profile.seat}号席${profile.name}`]));
  const label = (id: string) => titles.get(id) ?? id;
  const { criterion, judge, party } = namesOf(scorebook, parties);
  return explain(labelled(result, label), label(proposal), {
    criterion,
    party,
    judge: (id) => seats.get(id) ?? judge(id),
    entry: (name) => name,
  });
}

/** The result with labels for the ids of its entries, wherever a sentence would show them. */
function labelled(result: ScoreResult, label: (id: string) => string): ScoreResult {
  const entries = result.entries.map((entry): EntryResult => ({
    ...entry,
    id: label(entry.id),
    steps: entry.steps.map((step) =>
      step.step === 'tie'
        ? { ...step, compared: step.compared.map(({ entry: id, value }) => ({ entry: label(id), value })) }
        : step,
    ),
  }));
  return { ...result, entries };
}
