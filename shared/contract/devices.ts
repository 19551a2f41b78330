import Type from 'typebox';
import type { Static } from 'typebox';
import { OperationId, Text, Time } from './common.ts';
import { BlankBook } from './judging.ts';
import { limits } from './limits.ts';
import { closed, Id, Nothing, route } from './route.ts';

export const JudgeCode = Type.String({ pattern: `^[0-9]{${limits.judgeCode}}$` });

export const Device = closed({
  id: Id,
  label: Type.String(),
  seat: Type.Union([Type.Integer(), Type.Null()]),
  enrolledAt: Time,
  lastSeenAt: Time,
  judges: Type.Array(Id),
});
export type Device = Static<typeof Device>;

/** A judge as the seat tablet knows it: enough to check the code without network. */
export const RosterEntry = closed({
  judge: Id,
  name: Type.String(),
  seat: Type.Integer(),
  salt: Type.String(),
  /** SHA-256 of salt, colon and code, hex. Tells people apart; proves nothing. */
  verifier: Type.String(),
  /** Projects the judge must not score. */
  recused: Type.Array(Id),
});
export type RosterEntry = Static<typeof RosterEntry>;

export const Seat = closed({
  competition: Id,
  shortName: Type.String(),
  mark: Type.String(),
  seat: Type.Union([Type.Integer(), Type.Null()]),
  roster: Type.Array(RosterEntry),
  book: BlankBook,
});
export type Seat = Static<typeof Seat>;

const base = '/api/competitions/:competition' as const;

export const devices = {
  list: route({
    method: 'GET',
    path: `${base}/devices`,
    summary: 'Enrolled tablets and phones',
    reply: Type.Array(Device),
    allow: ['operator', 'host', 'sponsor', 'supervisor'],
  }),
  /** The QR on the operator's screen. */
  invite: route({
    method: 'POST',
    path: `${base}/device-invitations`,
    summary: 'One-use enrolment link for a tablet or a seat',
    body: closed({
      operation: OperationId,
      seat: Type.Union([Type.Integer({ minimum: 1, maximum: 99 }), Type.Null()]),
      label: Text(limits.name),
    }),
    reply: closed({ link: Type.String(), expiresAt: Time }),
    errors: ['operation_reused', 'wrong_state'],
    allow: ['operator', 'host'],
  }),
  enrol: route({
    method: 'POST',
    path: '/api/devices',
    summary:
      'Enrol this device with the token of the link; the token travels in the fragment, never in a URL',
    body: closed({ token: Type.String({ minLength: 20, maxLength: 80 }) }),
    reply: Seat,
    errors: ['wrong_credentials', 'rate_limited'],
    allow: ['public'],
  }),
  /** A judge's own phone: the QR of the seat card says whose it is, the 4-digit code that it is in the right hands. */
  card: route({
    method: 'POST',
    path: '/api/devices/by-card',
    summary: 'Enrol this phone for one judge with the secret of the printed seat card and the 4-digit code',
    body: closed({
      operation: OperationId,
      card: Type.String({ minLength: 20, maxLength: 120 }),
      code: JudgeCode,
    }),
    reply: closed({ judge: Id, seat: Seat }),
    errors: ['wrong_credentials', 'too_many_tries', 'wrong_state', 'operation_reused', 'rate_limited'],
    allow: ['public'],
  }),
  revoke: route({
    method: 'DELETE',
    path: `${base}/devices/:device`,
    summary: 'Revoke a device',
    reply: Nothing,
    allow: ['operator', 'host'],
  }),
  seat: route({
    method: 'GET',
    path: '/api/seat',
    summary: 'Names on this seat',
    reply: Seat,
    allow: ['device'],
  }),
  signIn: route({
    method: 'POST',
    path: '/api/seat/judges/:judge',
    summary: 'A judge sits down: name and 4-digit code',
    body: closed({ operation: OperationId, code: JudgeCode }),
    reply: closed({ judge: Id, triesLeft: Type.Integer() }),
    errors: ['wrong_credentials', 'too_many_tries'],
    allow: ['device'],
  }),
  newCode: route({
    method: 'POST',
    path: `${base}/judges/:judge/code`,
    summary: 'A judge has forgotten the code: a new one, shown once; the old one is good no more',
    body: closed({ operation: OperationId }),
    reply: closed({ code: JudgeCode }),
    errors: ['wrong_state', 'operation_reused'],
    allow: ['host', 'operator'],
  }),
  /** A tablet takes the place of another: one person suffices. */
  move: route({
    method: 'PUT',
    path: `${base}/devices/:device/seat`,
    summary: 'Put an enrolled tablet at a seat, and take the one it replaces out of use',
    body: closed({
      operation: OperationId,
      seat: Type.Union([Type.Integer({ minimum: 1, maximum: 99 }), Type.Null()]),
      instead: Type.Union([Id, Type.Null()]),
    }),
    reply: Nothing,
    errors: ['operation_reused'],
    allow: ['operator', 'host'],
  }),
  unlock: route({
    method: 'DELETE',
    path: `${base}/judges/:judge/code-lock`,
    summary: 'Lift the lock after five wrong codes',
    reply: Nothing,
    allow: ['host', 'operator'],
  }),
};
