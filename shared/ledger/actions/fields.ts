import Type from 'typebox';
import { Day, Sha256Hex, Time } from '../../contract/common.ts';
import { closed, Id } from '../../contract/route.ts';

/**
 * The kinds of values an entry may hold. Open data (`data`) is made of the first group alone: no free text, so
 * that nothing personal can stand in the chain. What people write or may not see yet is sealed.
 *
 * Looser than the contract on purpose: a limit that changes later must not make an old ledger unreadable.
 */
export { Day, Id, Sha256Hex as Hash, Time };

export const Ids = Type.Array(Id);
/** Who approved as the second person; null: nobody could, to be countersigned. */
export const Approver = Type.Union([Id, Type.Null()]);
export const Count = Type.Integer({ minimum: 0 });
/** A raw Ed25519 public key, base64url (32 bytes, no padding; the last digit carries 4 bits). */
export const PublicKey = Type.String({ pattern: '^[0-9A-Za-z_-]{42}[AEIMQUYcgkosw048]$' });

/** Sealed: what somebody wrote; null where nothing was said, so that silence looks the same from outside. */
export const Words = Type.Union([Type.String(), Type.Null()]);
/** Sealed: marks by criterion as decimal strings; an empty cell has no key. */
export const SealedMarks = Type.Record(Type.String(), Type.String({ pattern: '^-?[0-9]+(\\.[0-9]+)?$' }));
/** Sealed: points added to or taken off an entry, each with its reason. */
export const SealedAdjustments = Type.Array(
  closed({
    entry: Id,
    points: Type.String({ pattern: '^-?[0-9]+(\\.[0-9]+)?$' }),
    reason: Type.String(),
  }),
);
/** Sealed: votes by entry. */
export const SealedVotes = Type.Record(Type.String(), Type.Integer({ minimum: 0 }));
/** Sealed: fen by proposal; one that gets nothing has no key. */
export const SealedAmounts = Type.Record(Type.String(), Type.Integer({ minimum: 1 }));
