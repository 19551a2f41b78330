import { GENESIS } from './entry.ts';
import type { LedgerEntry } from './entry.ts';

/** How many entries a ledger has and the hash of the last one: what stands on every official paper. */
export type LedgerSize = { readonly size: number; readonly head: string };

/** Size and head of a ledger; an empty one has the head of 64 zeros. */
export function ledgerSize(entries: readonly LedgerEntry[]): LedgerSize {
  return { size: entries.length, head: entries[entries.length - 1]?.hash ?? GENESIS };
}

/**
 * Reads `SIZE:HASH` as somebody types it from paper: spaces, hyphens, capitals and a full-width colon pass. The
 * hash may be shortened to its first 16 digits or more (64 bits: too many to be met by trying).
 * @returns null when it is not a head.
 */
export function parseHead(text: string): LedgerSize | null {
  const match = /^(\d{1,9})[:：]([0-9a-f]{16,64})$/.exec(text.replace(/[\s,，-]/g, '').toLowerCase());
  if (match === null) return null;
  return { size: Number(match[1]), head: match[2] ?? '' };
}

/**
 * Compares a ledger with a head from paper. The ledger may have grown since: what stood at that size counts.
 * @returns `short` when entries are missing at the end, `differs` when other entries stand there, or null.
 */
export function headFault(entries: readonly LedgerEntry[], paper: LedgerSize): 'short' | 'differs' | null {
  if (entries.length < paper.size) return 'short';
  return ledgerSize(entries.slice(0, paper.size)).head.startsWith(paper.head) ? null : 'differs';
}
