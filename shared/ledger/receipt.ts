import { canonicalJson } from './canonical.ts';

/** What a submitted sheet leaves in the judge's hands: its entry's place, hash and time (ms since 1970). */
export type Receipt = {
  readonly competition: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
};

/** The text that is signed: the RFC 8785 form. */
export function receiptBody({ competition, seq, hash, at }: Receipt): string {
  return canonicalJson({ competition, seq, hash, at });
}

/** The first 32 bits of a hash for reading aloud, `7F2A-91C2`. Tells receipts apart; proves nothing. */
export function receiptCode(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
}
