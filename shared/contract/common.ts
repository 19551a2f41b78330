import Type from 'typebox';
import type { Static } from 'typebox';
import { limits } from './limits.ts';
import { closed, Id } from './route.ts';

/** Client-made id of one act of creating or submitting; a retry carries the same one. */
export const OperationId = Type.String({ pattern: '^[0-9A-Za-z_-]{8,40}$' });

/** The revision a change is based on; 0 before the first save. */
export const Revision = Type.Integer({ minimum: 0 });

/** Milliseconds since 1970, by the server's clock. */
export const Time = Type.Integer();

/** Money in fen. */
export const Money = Type.Integer({ minimum: 0, maximum: limits.money });

/** A mark: a plain decimal string of points, never a number. */
export const Mark = Type.String({ pattern: '^(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?$' });

/** Points added or taken off: a plain decimal string, not zero. */
export const SignedPoints = Type.String({
  pattern: '^(?!-?0(\\.0{1,2})?$)-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?$',
});

/** Marks by criterion; an empty cell has no key. */
export const Marks = Type.Record(Type.String({ pattern: '^[0-9A-Za-z_-]{1,40}$' }), Mark, {
  additionalProperties: false,
});
export type Marks = Static<typeof Marks>;

export const Name = Type.String({ minLength: 1, maxLength: limits.name, pattern: '\\S' });
export const Text = (maxLength: number) => Type.String({ maxLength });
export const Reason = Type.String({ minLength: 2, maxLength: limits.reason, pattern: '\\S' });
/** Mainland mobile number; fixtures use the unassigned 100 prefix, so none can be real. */
export const Phone = Type.String({ pattern: '^1[0-9]{10}$' });
/** A calendar day `2026-10-16`. */
export const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
/** A month `2026-11`. */
export const Month = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$' });
export const Sha256Hex = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** What a submit leaves in the hands of the person: number in the ledger, its hash, time and signature. */
export const Receipt = closed({
  /** Short form for reading aloud, `7F2A-91C2`. */
  code: Type.String(),
  seq: Type.Integer(),
  hash: Sha256Hex,
  at: Time,
  signature: Type.String(),
});
export type Receipt = Static<typeof Receipt>;

export const FieldFaultReply = closed({ path: Type.String(), message: Type.String() });

/** The one shape of every error. `current` comes with `stale_revision` only. */
export const ErrorReply = Type.Object({
  code: Type.String(),
  message: Type.String(),
  next: Type.String(),
  fields: Type.Array(FieldFaultReply),
  requestId: Type.String(),
  current: Type.Optional(Type.Unknown()),
});
export type ErrorReply = Static<typeof ErrorReply>;

/** Reply that only says what was made. */
export const Created = closed({ id: Id });
