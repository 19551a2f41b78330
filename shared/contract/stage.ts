import Type from 'typebox';
import type { Static } from 'typebox';
import { OperationId, Reason, Revision, Time } from './common.ts';
import { RaisedHand } from './help-calls.ts';
import { closed, Id, route } from './route.ts';

/** idle: nobody on stage; then 陈述 → 答辩 → 改分 → 收分. */
export const phases = ['idle', 'present', 'question', 'change', 'collect'] as const;
export type Phase = (typeof phases)[number];

export const hallModes = ['timer', 'progress', 'break'] as const;

/**
 * What everybody in the hall may know: who is on stage, the phase, the clock. No mark, no name of a judge.
 * A running clock ends at `endsAt`; a paused one holds `remaining` (ms).
 */
export const StageSnapshot = closed({
  epoch: Type.String(),
  seq: Type.Integer(),
  serverTime: Time,
  session: Type.Union([Id, Type.Null()]),
  proposal: Type.Union([Id, Type.Null()]),
  order: Type.Union([Type.Integer(), Type.Null()]),
  title: Type.String(),
  applicantName: Type.String(),
  phase: Type.Enum([...phases]),
  endsAt: Type.Union([Time, Type.Null()]),
  remaining: Type.Union([Type.Integer(), Type.Null()]),
  phaseLength: Type.Integer(),
  /** With the numbers passed over on the way to it, whose projects have withdrawn. */
  next: Type.Union([
    closed({ order: Type.Integer(), title: Type.String(), withdrawn: Type.Array(Type.Integer()) }),
    Type.Null(),
  ]),
  hall: Type.Enum([...hallModes]),
  /** Seats in seat order: what the hall screen draws as dots. */
  seats: Type.Array(
    closed({ seat: Type.Integer(), state: Type.Enum(['waiting', 'in', 'recused', 'absent']) }),
  ),
  lockedSessions: Type.Array(Id),
  /** Grows whenever the staff change something in a judge's book: tablets read theirs again. */
  books: Type.Integer(),
});
export type StageSnapshot = Static<typeof StageSnapshot>;

/** `returned`: with its judge for correction; what was submitted counts until then. */
export const cellStates = ['none', 'draft', 'sent', 'done', 'returned', 'recused', 'absent'] as const;
export type CellState = (typeof cellStates)[number];

/** The console's grid: who is in, never a mark. */
export const Console = closed({
  stage: StageSnapshot,
  revision: Revision,
  /** Copies made by themselves; null where no folder for them was named. `failing`: none for too long, or a faulty one. */
  copies: Type.Union([closed({ at: Type.Union([Time, Type.Null()]), failing: Type.Boolean() }), Type.Null()]),
  /** The server started anew without having been stopped, or from a copy; null when all is as it should be. */
  recovered: Type.Union([closed({ at: Time, after: Type.Enum(['unclean', 'restored']) }), Type.Null()]),
  /** The console that leads the stage; null: whichever takes the next step. */
  holder: Type.Union([closed({ console: OperationId, name: Type.String() }), Type.Null()]),
  /** Acts that took effect without a second person and are still to be countersigned. */
  countersign: Type.Integer(),
  /** Hands raised at tablets that nobody has answered, oldest first. */
  calls: Type.Array(RaisedHand),
  sessions: Type.Array(
    closed({ id: Id, name: Type.String(), from: Type.Integer(), to: Type.Integer(), locked: Type.Boolean() }),
  ),
  judges: Type.Array(
    closed({
      id: Id,
      name: Type.String(),
      seat: Type.Integer(),
      lastSeenAt: Type.Union([Time, Type.Null()]),
      codeLocked: Type.Boolean(),
    }),
  ),
  rows: Type.Array(
    closed({
      proposal: Id,
      order: Type.Integer(),
      session: Id,
      title: Type.String(),
      applicantName: Type.String(),
      community: Type.String(),
      /** Project category: decides by which criteria it is marked. */
      track: Type.Optional(Id),
      status: Type.Enum(['waiting', 'on_stage', 'scored', 'withdrawn']),
      plannedStart: Time,
      cells: Type.Array(Type.Enum([...cellStates])),
    }),
  ),
});
export type Console = Static<typeof Console>;

/** The course of the day for those who wait in front of the hall. */
export const WaitingList = closed({
  serverTime: Time,
  turns: Type.Array(
    closed({
      proposal: Id,
      order: Type.Integer(),
      title: Type.String(),
      applicantName: Type.String(),
      status: Type.Enum(['waiting', 'on_stage', 'scored', 'withdrawn']),
      /** When it is expected on stage as the day stands now; null where it does not wait. */
      expected: Type.Union([Time, Type.Null()]),
    }),
  ),
});
export type WaitingList = Static<typeof WaitingList>;

/** What the host can do next; each is legal in some states only. */
export const Step = Type.Union([
  closed({ do: Type.Literal('call'), proposal: Id }),
  closed({ do: Type.Literal('question') }),
  closed({ do: Type.Literal('change') }),
  closed({ do: Type.Literal('collect') }),
  closed({ do: Type.Literal('finish') }),
  /** 叫错了项目: the call is taken back, while no sheet has been submitted for it. */
  closed({ do: Type.Literal('undo_call'), reason: Reason }),
  closed({ do: Type.Literal('pause') }),
  closed({ do: Type.Literal('resume') }),
  closed({ do: Type.Literal('add_minute') }),
  /** 接过控场: from now on this console leads the stage, and no other. */
  closed({ do: Type.Literal('take') }),
  closed({ do: Type.Literal('hall'), mode: Type.Enum([...hallModes]) }),
]);
export type Step = Static<typeof Step>;

const base = '/api/competitions/:competition' as const;

export const stage = {
  snapshot: route({
    method: 'GET',
    path: `${base}/stage`,
    summary: 'The stage now: what the hall screen shows',
    reply: StageSnapshot,
    allow: ['public'],
  }),
  stream: route({
    method: 'GET',
    path: `${base}/stage/stream`,
    summary: 'Server-sent events: a StageSnapshot after each change, a heartbeat every 10 s',
    reply: StageSnapshot,
    allow: ['public'],
    transport: 'stream',
  }),
  waiting: route({
    method: 'GET',
    path: `${base}/stage/waiting`,
    summary:
      'Waiting page (候场): the order with the time at which each project is expected as the day stands',
    reply: WaitingList,
    allow: ['public'],
  }),
  console: route({
    method: 'GET',
    path: `${base}/console`,
    summary: 'The host console: order, stage, seats × projects without marks',
    reply: Console,
    allow: ['host', 'operator', 'tally_clerk', 'supervisor', 'sponsor'],
  }),
  step: route({
    method: 'POST',
    path: `${base}/stage/steps`,
    summary: 'Call a project, move the phase, run the clock, choose what the hall shows',
    body: closed({
      operation: OperationId,
      base: Revision,
      step: Step,
      /** Which console this is: of several one leads, and another takes over only where somebody says so. */
      console: Type.Optional(OperationId),
    }),
    reply: Console,
    conflict: Console,
    errors: ['stale_revision', 'wrong_state', 'operation_reused'],
    allow: ['host'],
    kept: true,
  }),
  withdraw: route({
    method: 'POST',
    path: `${base}/defenses/:proposal/withdrawal`,
    summary: 'A project withdraws on the day (退出答辩); its number stays',
    body: closed({ operation: OperationId, reason: Type.String({ minLength: 2, maxLength: 500 }) }),
    reply: Console,
    errors: ['wrong_state', 'locked', 'operation_reused'],
    allow: ['host', 'operator'],
    kept: true,
  }),
  lock: route({
    method: 'POST',
    path: `${base}/sessions/:session/lock`,
    summary: 'Lock all sheets of a session after the judges have signed',
    body: closed({ operation: OperationId }),
    reply: Console,
    errors: ['wrong_state', 'locked', 'operation_reused'],
    allow: ['tally_clerk', 'supervisor'],
  }),
};
