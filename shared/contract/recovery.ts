import Type from 'typebox';
import type { Static } from 'typebox';
import { Sha256Hex, Time } from './common.ts';
import { organizers } from './roles.ts';
import { closed, Id, route } from './route.ts';
import { StageSnapshot } from './stage.ts';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** Copies that the server makes by itself. */
export const Copies = closed({
  /** Where they lie, as the server's own machine names it. */
  folder: Type.String(),
  latest: orNull(closed({ number: Type.Integer(), at: Time })),
  count: Type.Integer(),
  running: Type.Boolean(),
  /** What was wrong with the last attempt, in words. */
  fault: orNull(Type.String()),
  /** Something has been waiting for a copy for more than two turns. */
  late: Type.Boolean(),
  /** They lie on the same disk as the data, and go with it. */
  sameDisk: Type.Boolean(),
});
export type Copies = Static<typeof Copies>;

/** One judge: what the server holds of them, and what their tablet said since the server started. */
export const JudgeCheck = closed({
  judge: Id,
  name: Type.String(),
  seat: Type.Integer(),
  /** Sheets submitted, over all projects. */
  submitted: Type.Integer(),
  drafts: Type.Integer(),
  /** Order numbers of called projects whose sheet is neither in nor excused. */
  missing: Type.Array(Type.Integer()),
  lastSavedAt: orNull(Time),
  lastSeenAt: orNull(Time),
  /** The tablet's own count; null until it has reported to this start of the server. */
  tablet: orNull(closed({ sheets: Type.Integer(), waiting: Type.Integer(), at: Time })),
});
export type JudgeCheck = Static<typeof JudgeCheck>;

export const RecoveryReport = closed({
  serverTime: Time,
  startedAt: Time,
  /** How the server before this one ended; `shared`: many nodes, of which none is the only one. */
  after: Type.Enum(['first', 'clean', 'unclean', 'restored', 'shared']),
  /** The last restoring of this competition, and when the copy was taken. */
  restored: orNull(closed({ at: Time, taken: Time })),
  stage: StageSnapshot,
  /** Bytes of the disk the data lie on. */
  disk: orNull(closed({ free: Type.Integer(), total: Type.Integer() })),
  copies: orNull(Copies),
  judges: Type.Array(JudgeCheck),
});
export type RecoveryReport = Static<typeof RecoveryReport>;

const base = '/api/competitions/:competition/recovery' as const;

export const recovery = {
  report: route({
    method: 'GET',
    path: base,
    summary: 'Recovery check (恢复检查): what the server has of each judge, how it started, disk, copies',
    reply: RecoveryReport,
    allow: organizers,
  }),
  ledger: route({
    method: 'GET',
    path: `${base}/ledger`,
    summary: 'Walk the whole ledger: where its chain breaks, and sheets that are not what it says',
    reply: closed({
      size: Type.Integer(),
      head: Sha256Hex,
      brokenAt: orNull(Type.Integer()),
      differing: Type.Integer(),
    }),
    allow: organizers,
  }),
  copyNow: route({
    method: 'POST',
    path: `${base}/copies`,
    summary: 'Make a copy now; answered when it is there or has failed',
    reply: Copies,
    errors: ['wrong_state'],
    allow: organizers,
  }),
};
