import { lastEntry } from '../known-entry.ts';
import type { KnownEntry } from '../known-entry.ts';
import { replay } from '../replay.ts';
import type { Opening } from '../seal.ts';
import { amountFaults, decidedAmounts } from './amounts.ts';
import type { VerifyFault, VerifyReport } from './report.ts';
import { resultFaults } from './result.ts';
import { sheetFaults } from './sheets.ts';
import type { Texts } from './texts.ts';
import type { VerifyTools } from './tools.ts';

/** Compares scorebook and list with the ledger: sheets, exclusions, rules, ties, result, amounts. */
export function scorebookFaults(
  texts: Texts,
  entries: readonly KnownEntry[],
  openings: readonly Opening[],
  { recompute, sha256 }: VerifyTools,
): Pick<VerifyReport, 'sheets' | 'amountsCompared'> & { faults: VerifyFault[] } {
  const path = 'scorebook.json';
  // What happened after the last result was computed belongs to the next one.
  const result = lastEntry(entries, 'result_computed');
  const until = result === undefined ? entries : entries.filter(({ seq }) => seq <= result.seq);
  const replayed = replay(until, openings);
  const marked = replayed.sheets.flatMap((sheet) => ('marks' in sheet ? [sheet.marks] : []));
  const sheets = { total: marked.length, opened: marked.filter((marks) => marks !== null).length };
  if (texts[path] === '') return { faults: [], sheets, amountsCompared: false };

  const recomputed = recompute(texts[path]);
  if ('faults' in recomputed) {
    const faults = recomputed.faults.map((detail): VerifyFault => ({ path, code: 'scorebook', detail }));
    return { faults, sheets, amountsCompared: false };
  }
  const { scorebook, checksum } = recomputed;
  const faults = [...sheetFaults(scorebook, replayed), ...resultFaults(scorebook, checksum, until, sha256)];
  const decided = decidedAmounts(entries, openings);
  const amountsCompared = decided !== null && texts['funded.csv'] !== '';
  if (amountsCompared) faults.push(...amountFaults(texts['funded.csv'], decided, scorebook));
  return { faults, sheets, amountsCompared };
}
