import { rankScorebook } from '../../scoring/result.ts';
import { faultLine, makeFault } from '../../scoring/scorebook/faults.ts';
import { parseScorebook } from '../../scoring/scorebook/parse.ts';
import type { ParsedScorebook } from '../../scoring/scorebook/parse.ts';
import type { Sha256 } from '../hash.ts';
import { lastEntry } from '../known-entry.ts';
import type { KnownEntry } from '../known-entry.ts';
import { replay } from '../replay.ts';
import type { Opening } from '../seal.ts';
import { additionFaults } from './additions.ts';
import { amountFaults, decidedAmounts } from './amounts.ts';
import type { VerifyFault, VerifyReport } from './report.ts';
import { resultFaults } from './result.ts';
import { sheetFaults } from './sheets.ts';
import type { Texts } from './texts.ts';

/** Compares scorebook and list with the ledger: sheets, exclusions, rules, ties, result, amounts. */
export function scorebookFaults(
  texts: Texts,
  entries: readonly KnownEntry[],
  openings: readonly Opening[],
  sha256: Sha256,
): Pick<VerifyReport, 'sheets' | 'amountsCompared'> & { faults: VerifyFault[] } {
  const path = 'scorebook.json';
  // What happened after the last result was computed belongs to the next one.
  const result = lastEntry(entries, 'result_computed');
  const until = result === undefined ? entries : entries.filter(({ seq }) => seq <= result.seq);
  const replayed = replay(until, openings);
  const marked = replayed.sheets.flatMap((sheet) => ('marks' in sheet ? [sheet.marks] : []));
  const sheets = { total: marked.length, opened: marked.filter((marks) => marks !== null).length };
  if (texts[path] === '') return { faults: [], sheets, amountsCompared: false };

  const parsed = parseText(texts[path]);
  if (!parsed.ok) {
    const faults = parsed.faults.map((fault): VerifyFault => ({
      path,
      code: 'scorebook',
      detail: faultLine(fault),
    }));
    return { faults, sheets, amountsCompared: false };
  }
  const { scorebook } = parsed;
  const { checksum } = rankScorebook(scorebook, sha256);
  const faults = [
    ...sheetFaults(scorebook, replayed),
    ...additionFaults(scorebook, until, openings),
    ...resultFaults(scorebook, checksum, until, sha256),
  ];
  const decided = decidedAmounts(entries, openings);
  const amountsCompared = decided !== null && texts['funded.csv'] !== '';
  if (amountsCompared) faults.push(...amountFaults(texts['funded.csv'], decided, scorebook));
  return { faults, sheets, amountsCompared };
}

function parseText(text: string): ParsedScorebook {
  try {
    return parseScorebook(JSON.parse(text));
  } catch (error) {
    return { ok: false, faults: [makeFault('', 'not_json', { detail: String(error) })] };
  }
}
