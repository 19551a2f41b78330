import { entryHash, GENESIS } from './entry.ts';
import type { LedgerEntry } from './entry.ts';
import type { Sha256 } from './hash.ts';

/**
 * Where a chain first breaks: `seq` (an entry is missing, added or moved), `prev` (does not follow the one
 * before), `time` (`at` decreases), `hash` (its content is not what was hashed).
 */
export type ChainFault = { readonly seq: number; readonly fault: 'seq' | 'prev' | 'time' | 'hash' };

/**
 * The first break in a chain given from its first entry on, or null. `seq` of the fault is the number the entry
 * should have. A chain cut off at its end is whole: only a head kept elsewhere shows that (`headFault`).
 */
export function chainFault(entries: readonly LedgerEntry[], sha256: Sha256): ChainFault | null {
  let prev = GENESIS;
  let at = -Infinity;
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    const { prev: claimedPrev, hash, ...body } = entry;
    if (entry.seq !== seq) return { seq, fault: 'seq' };
    if (claimedPrev !== prev) return { seq, fault: 'prev' };
    if (entry.at < at) return { seq, fault: 'time' };
    if (entryHash(prev, body, sha256) !== hash) return { seq, fault: 'hash' };
    prev = hash;
    at = entry.at;
  }
  return null;
}
