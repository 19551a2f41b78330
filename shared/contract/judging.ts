import Type from 'typebox';
import type { Static } from 'typebox';
import { Marks, OperationId, Receipt, Reason, Revision, Text, Time } from './common.ts';
import type { ErrorCode } from './errors.ts';
import { limits } from './limits.ts';
import { closed, Id, route } from './route.ts';
import { DefenseSession } from './defense-session.ts';
import { Criterion, CriterionGroup } from './rubric.ts';
import { StageSnapshot } from './stage.ts';

export const sheetStatuses = ['none', 'draft', 'submitted', 'locked', 'recused', 'absent'] as const;
export type SheetStatus = (typeof sheetStatuses)[number];

/** One judge's sheet for one project. Only its judge sees marks and comment until the lock. */
export const Sheet = closed({
  proposal: Id,
  revision: Revision,
  status: Type.Enum([...sheetStatuses]),
  marks: Marks,
  comment: Type.String(),
  /** Sum of the marks, canonical decimal; empty while a criterion is missing. */
  total: Type.String(),
  savedAt: Type.Union([Time, Type.Null()]),
  receipt: Type.Union([Receipt, Type.Null()]),
  /** 退回修改: open to its judge until then, with what was said; what was submitted counts until it is corrected. */
  returned: Type.Union([closed({ until: Time, reason: Type.String() }), Type.Null()]),
});
export type Sheet = Static<typeof Sheet>;

const common = {
  competition: Id,
  epoch: Type.String(),
  /** Of every category; `criteriaFor` tells those of one project. */
  criteria: Type.Array(Criterion),
  groups: Type.Optional(Type.Array(CriterionGroup)),
  sessions: Type.Array(DefenseSession),
  lockedSessions: Type.Array(Id),
  defenses: Type.Array(
    closed({
      proposal: Id,
      order: Type.Integer(),
      session: Id,
      title: Type.String(),
      applicantName: Type.String(),
      track: Type.Optional(Id),
      withdrawn: Type.Boolean(),
    }),
  ),
  stage: StageSnapshot,
};

/** What the books of all judges have in common: with it a tablet without network serves whoever sits down first. */
export const BlankBook = closed(common);
export type BlankBook = Static<typeof BlankBook>;

/** Everything the tablet needs to score a whole session without network. */
export const JudgingBook = closed({
  ...common,
  judge: closed({ id: Id, name: Type.String(), seat: Type.Integer() }),
  sheets: Type.Array(Sheet),
});
export type JudgingBook = Static<typeof JudgingBook>;

const HeldCount = Type.Optional(Type.Integer({ minimum: 0 }));

/** What a device holds of one judge, by its own count. */
export interface Held {
  /** Sheets submitted, whether the server has them or not. */
  sheets: number;
  /** Sheets with something the server has not acknowledged. */
  waiting: number;
}
/** With the server's time of hearing it. */
export type HeldHere = Held & { at: number };

const base = '/api/competitions/:competition/judging/:judge' as const;

const writing = [
  'stale_revision',
  'invalid_input',
  'locked',
  'not_scoring',
  'wrong_state',
  'too_early',
] as const satisfies ErrorCode[];

export const judging = {
  book: route({
    method: 'GET',
    path: base,
    summary: 'Own book: rubric, order, own sheets, state of the stage; the device says what it holds',
    query: closed({ sheets: HeldCount, waiting: HeldCount }),
    reply: JudgingBook,
    allow: ['judge:own'],
  }),
  /** The whole sheet travels; an empty cell has no key. */
  save: route({
    method: 'PUT',
    path: `${base}/sheets/:proposal`,
    summary: 'Save a sheet that is still being filled in',
    body: closed({ operation: OperationId, base: Revision, marks: Marks, comment: Text(limits.comment) }),
    reply: closed({ revision: Revision, savedAt: Time }),
    conflict: Sheet,
    errors: [...writing, 'operation_reused'],
    allow: ['judge:own'],
  }),
  submit: route({
    method: 'POST',
    path: `${base}/sheets/:proposal/submission`,
    summary: 'Submit a complete sheet; answered only after it is durable, with a receipt',
    body: closed({ operation: OperationId, base: Revision, marks: Marks, comment: Text(limits.comment) }),
    reply: Sheet,
    conflict: Sheet,
    errors: [...writing, 'operation_reused'],
    allow: ['judge:own'],
  }),
  exchange: route({
    method: 'POST',
    path: `${base}/sheets/:proposal/exchange`,
    summary:
      'Filled in for the wrong project (评错项目了): this sheet and that of another project change places',
    body: closed({
      operation: OperationId,
      other: Id,
      /** Revisions the judge had in view, of this sheet and of the other. */
      base: Revision,
      otherBase: Revision,
    }),
    reply: closed({ sheets: Type.Array(Sheet) }),
    errors: ['stale_revision', 'invalid_input', 'locked', 'too_early', 'wrong_state', 'operation_reused'],
    allow: ['judge:own'],
  }),
  recuse: route({
    method: 'POST',
    path: `${base}/sheets/:proposal/recusal`,
    summary: 'Own recusal, at any time before the lock',
    body: closed({ operation: OperationId, reason: Reason }),
    reply: Sheet,
    errors: ['locked', 'operation_reused', 'wrong_state'],
    allow: ['judge:own'],
  }),
};
