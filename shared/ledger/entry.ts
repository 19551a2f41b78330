import Type from 'typebox';
import { Sha256Hex, Time } from '../contract/common.ts';
import { closed } from '../contract/route.ts';
import { canonicalJson } from './canonical.ts';
import type { JsonValue } from './canonical.ts';
import type { Sha256 } from './hash.ts';

export type JsonObject = { readonly [member: string]: JsonValue };

/**
 * One act, before it has its place in the chain. `actor` and `subject` are `kind:id`; `data` holds ids, counts,
 * hashes and enumerated words; `sealed` holds, by field, the seal of a value that not everybody may see.
 */
export type EntryDraft = {
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly data: JsonObject;
  readonly sealed: { readonly [field: string]: string };
};

/** One entry of a ledger (操作留痕). `seq` counts from 1 without gaps. */
export type LedgerEntry = EntryDraft & { readonly seq: number; readonly prev: string; readonly hash: string };

/** The shape of an entry in a file; what its action allows is checked by `isKnownEntry`. */
export const LedgerEntryShape = closed({
  seq: Type.Integer({ minimum: 1 }),
  at: Time,
  actor: Type.String(),
  action: Type.String(),
  subject: Type.String(),
  data: Type.Record(Type.String(), Type.Unsafe<JsonValue>({})),
  sealed: Type.Record(Type.String(), Sha256Hex),
  prev: Sha256Hex,
  hash: Sha256Hex,
});

/** The last entry of a chain as the next one needs it. */
export type LedgerHead = Pick<LedgerEntry, 'seq' | 'at' | 'hash'>;

/** `prev` of the first entry. */
export const GENESIS = '0'.repeat(64);

/**
 * SHA-256 over `hex(prev)`, a newline, and the RFC 8785 form of the entry without `prev` and `hash`.
 * @param prev 64 hexadecimal digits
 */
export function entryHash(prev: string, body: JsonObject, sha256: Sha256): string {
  return sha256(`${prev}\n${canonicalJson(body)}`);
}

/**
 * Gives an act its place behind `head` (null: it is the first). `at` never decreases: where the clock has gone
 * back, the entry bears the time of the one before it.
 */
export function appendEntry(head: LedgerHead | null, draft: EntryDraft, sha256: Sha256): LedgerEntry {
  const { at, actor, action, subject, data, sealed } = draft;
  const body = {
    seq: head === null ? 1 : head.seq + 1,
    at: head === null ? at : Math.max(at, head.at),
    actor,
    action,
    subject,
    data,
    sealed,
  };
  const prev = head?.hash ?? GENESIS;
  return { ...body, prev, hash: entryHash(prev, body, sha256) };
}
