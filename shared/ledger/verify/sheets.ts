import type { ScorebookFile, Sheet } from '../../scoring/scorebook/types.ts';
import { canonicalJson } from '../canonical.ts';
import type { JsonValue } from '../canonical.ts';
import type { Replay, ReplayedSheet } from '../replay.ts';
import type { Named, VerifyFault } from './report.ts';

const path = 'scorebook.json';
type Place = { readonly judge: string; readonly entry: string };
const keyOf = ({ judge, entry }: Place) => `${judge} ${entry}`;

/**
 * Compares the sheets and exclusions of a scorebook with what the ledger says.
 *
 * A sheet whose seal nobody opened agrees with any marks. Entries that are not ranked need no sheets; a recusal
 * needs none either, since a judge may be off a project that was never theirs.
 */
export function sheetFaults(scorebook: ScorebookFile, { sheets, excluded }: Replay): VerifyFault[] {
  const replayed = new Map(sheets.map((sheet) => [keyOf(sheet), sheet]));
  const unranked = new Set(scorebook.entries.filter((entry) => entry.excluded).map(({ id }) => id));
  const differ = scorebook.sheets
    .filter((sheet) => !agrees(sheet, replayed.get(keyOf(sheet))))
    .map((sheet): VerifyFault => ({ path, code: 'sheet_differs', ...namesOf(sheet, scorebook) }));

  const present = new Set(scorebook.sheets.map(keyOf));
  const leftOut = sheets
    .filter((sheet) => !present.has(keyOf(sheet)) && !unranked.has(sheet.entry))
    .filter((sheet) => !('absent' in sheet && sheet.absent === 'recused'))
    .map((sheet): VerifyFault => ({ path, code: 'sheet_left_out', ...namesOf(sheet, scorebook) }));

  const exclusions = scorebook.entries
    .filter((entry) => entry.excluded?.kind !== excluded.get(entry.id))
    .map(({ id }): VerifyFault => ({ path, code: 'exclusion_differs', entry: named(id, scorebook.entries) }));
  return [...differ, ...leftOut, ...exclusions];
}

function agrees(sheet: Sheet, replayed: ReplayedSheet | undefined): boolean {
  if (replayed === undefined) return false;
  if ('absent' in replayed) return sheet.absent === replayed.absent;
  if (sheet.marks === undefined) return false;
  return replayed.marks === null || canonicalJson(given(sheet.marks)) === canonicalJson(replayed.marks);
}

/** An empty cell is `null` in a scorebook and has no key in a submitted sheet. */
function given(marks: Readonly<Record<string, string | null>>): JsonValue {
  return Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== null));
}

function namesOf(
  { judge, entry }: Place,
  { judges, entries }: ScorebookFile,
): { judge: Named; entry: Named } {
  return { judge: named(judge, judges), entry: named(entry, entries) };
}

function named(id: string, all: readonly { readonly id: string; readonly name?: string }[]): Named {
  return { id, name: all.find((one) => one.id === id)?.name ?? id };
}
