import { chainFault } from '../chain.ts';
import { LedgerEntryShape } from '../entry.ts';
import type { LedgerEntry } from '../entry.ts';
import type { Sha256 } from '../hash.ts';
import { parseJsonLines } from '../json-lines.ts';
import { isKnownEntry, isKnownValue } from '../known-entry.ts';
import type { KnownEntry } from '../known-entry.ts';
import { Opening, openingFault } from '../seal.ts';
import type { VerifyFault } from './report.ts';

/** Entries as they stand in the file, and those of them that the vocabulary knows. */
export type Ledger = { readonly entries: readonly LedgerEntry[]; readonly known: readonly KnownEntry[] };

/** Reads `ledger.jsonl` and checks its chain and that every entry keeps to the vocabulary. */
export function readLedger(text: string, sha256: Sha256): Ledger & { faults: VerifyFault[] } {
  const path = 'ledger.jsonl';
  const { values: entries, badLine } = parseJsonLines(text, LedgerEntryShape);
  const known: KnownEntry[] = [];
  const faults: VerifyFault[] = [];
  if (badLine !== null) faults.push({ path, code: 'bad_line', line: badLine });
  const broken = chainFault(entries, sha256);
  if (broken !== null) faults.push({ path, code: 'chain', ...broken });
  for (const entry of entries) {
    if (isKnownEntry(entry)) known.push(entry);
    else faults.push({ path, code: 'unknown_entry', seq: entry.seq });
  }
  return { entries, known, faults };
}

/** Reads `openings.jsonl` and compares each opening with its seal; only those that agree are given back. */
export function readOpenings(
  text: string,
  entries: readonly LedgerEntry[],
  sha256: Sha256,
): { openings: Opening[]; faults: VerifyFault[] } {
  const path = 'openings.jsonl';
  const { values, badLine } = parseJsonLines(text, Opening);
  const faults: VerifyFault[] = [];
  if (badLine !== null) faults.push({ path, code: 'bad_line', line: badLine });
  const seen = new Set<string>();
  const openings = values.filter((opening, index) => {
    const fault = openingFault(opening, entries, sha256) ?? contextFault(opening, entries, seen);
    if (fault !== null) faults.push({ path, code: 'opening', line: index + 1, fault });
    return fault === null;
  });
  return { openings, faults };
}

function contextFault(
  opening: Opening,
  entries: readonly LedgerEntry[],
  seen: Set<string>,
): 'twice' | 'kind' | null {
  const key = `${opening.seq} ${opening.field}`;
  if (seen.has(key)) return 'twice';
  seen.add(key);
  const entry = entries[opening.seq - 1];
  // What the vocabulary does not know has been reported with its entry.
  if (entry === undefined || !isKnownEntry(entry)) return null;
  return isKnownValue(entry.action, opening.field, opening.value) ? null : 'kind';
}
