import type { Static } from 'typebox';
import type { LockedSheet, Result } from '../../../shared/contract/results.ts';
import { sumMarks } from '../../../shared/scoring/index.ts';
import type { EntryResult, ScorebookFile, Sheet } from '../../../shared/scoring/index.ts';

type Use = Static<typeof LockedSheet>;

/**
 * What became of each judge's sheet for one project, by seat: its total, kept or dropped as highest or lowest, or
 * why there is none. Marks of single criteria that a rule drops are in the steps, not here.
 */
export function sheetUses(scorebook: ScorebookFile, entry: EntryResult, judges: Result['judges']): Use[] {
  const dropped = droppedSheets(entry);
  const sheets = new Map(
    scorebook.sheets.filter((sheet) => sheet.entry === entry.id).map((sheet) => [sheet.judge, sheet]),
  );
  return judges.flatMap(({ id, seat }) => {
    const sheet = sheets.get(id);
    return sheet ? [{ judge: id, seat, ...useOf(sheet, dropped.get(id)) }] : [];
  });
}

function useOf({ marks, absent }: Sheet, dropped: string | undefined): Pick<Use, 'total' | 'use'> {
  const given = Object.values(marks ?? {}).filter((mark) => mark !== null);
  if (absent) return { total: null, use: absent };
  return { total: sumMarks(given), use: dropped ?? 'kept' };
}

function droppedSheets({ steps }: EntryResult): Map<string, string> {
  const dropped = new Map<string, string>();
  for (const step of steps) {
    if (step.step !== 'trim' || step.criterion !== undefined) continue;
    for (const { judge } of step.high) dropped.set(judge, 'dropped_high');
    for (const { judge } of step.low) dropped.set(judge, 'dropped_low');
  }
  return dropped;
}
