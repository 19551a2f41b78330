import Type from 'typebox';
import type { Static } from 'typebox';
import { closed } from '../contract/route.ts';
import { canonicalJson } from './canonical.ts';
import type { JsonValue } from './canonical.ts';
import type { LedgerEntry } from './entry.ts';
import type { Sha256 } from './hash.ts';

/** 128 random bits as 32 lower-case hexadecimal digits: without them a mark would be guessed at once. */
export const Salt = Type.String({ pattern: '^[0-9a-f]{32}$' });

/**
 * What opens one sealed field of one entry. It lies outside the chain, under the value's own permission, and can
 * be deleted without breaking the chain.
 */
export const Opening = closed({
  seq: Type.Integer({ minimum: 1 }),
  field: Type.String(),
  salt: Salt,
  value: Type.Unsafe<JsonValue>({}),
});
export type Opening = Static<typeof Opening>;

/**
 * The seal of a value: SHA-256 of the RFC 8785 form of `{salt, value}`, 64 hexadecimal digits.
 * Throws a `RangeError` unless the salt is 32 lower-case hexadecimal digits.
 */
export function sealValue(value: JsonValue, salt: string, sha256: Sha256): string {
  if (!/^[0-9a-f]{32}$/.test(salt)) throw new RangeError('a salt is 32 hexadecimal digits');
  return sha256(canonicalJson({ salt, value }));
}

/** Why an opening does not belong to a ledger: no such entry, no such field in it, or it opens another value. */
export type OpeningFault = 'entry' | 'field' | 'value';

/** Compares an opening with the seal in its entry. */
export function openingFault(
  opening: Opening,
  entries: readonly LedgerEntry[],
  sha256: Sha256,
): OpeningFault | null {
  const entry = entries[opening.seq - 1];
  if (entry?.seq !== opening.seq) return 'entry';
  if (!Object.keys(entry.sealed).includes(opening.field)) return 'field';
  const seal = sealValue(opening.value, opening.salt, sha256);
  return seal === entry.sealed[opening.field] ? null : 'value';
}
