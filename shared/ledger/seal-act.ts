import type { Act } from './actions.ts';
import type { JsonValue } from './canonical.ts';
import type { EntryDraft } from './entry.ts';
import type { Sha256 } from './hash.ts';
import { sealValue } from './seal.ts';
import type { Opening } from './seal.ts';

/**
 * Seals what an act keeps from the chain. To be done before the transaction: only the entry's place in the
 * chain (`appendEntry`) has to be found inside, and its `seq` is then the openings' own.
 * @param newSalt gives 128 fresh random bits as 32 hexadecimal digits at each call
 */
export function sealAct(
  act: Act,
  newSalt: () => string,
  sha256: Sha256,
): { draft: EntryDraft; openings: readonly Omit<Opening, 'seq'>[] } {
  const openings = Object.entries<JsonValue>(act.sealed).map(([field, value]) => ({
    field,
    salt: newSalt(),
    value,
  }));
  const sealed = Object.fromEntries(
    openings.map(({ field, salt, value }) => [field, sealValue(value, salt, sha256)]),
  );
  return { draft: { ...act, sealed }, openings };
}
