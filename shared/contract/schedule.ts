import Type from 'typebox';
import type { Static } from 'typebox';
import { OperationId, Reason, Revision, Text, Time } from './common.ts';
import { limits } from './limits.ts';
import { organizers } from './roles.ts';
import { closed, Id, route } from './route.ts';

/** A half-day as it will be held: one panel in one place. Breaks stand in its time, the earliest first. */
export const HalfDay = closed({
  session: Id,
  start: Time,
  end: Time,
  place: Text(limits.name),
  breaks: Type.Array(closed({ from: Time, minutes: Type.Integer({ minimum: 5, maximum: 180 }) }), {
    maxItems: 4,
  }),
});
export type HalfDay = Static<typeof HalfDay>;

const away = { from: Time, to: Time };

/** What the plan has to heed. */
export const ScheduleWishes = closed({
  halfDays: Type.Array(HalfDay, { minItems: 1, maxItems: limits.sessions }),
  /** Minutes between two defenses, for the change of teams. */
  bufferMinutes: Type.Integer({ minimum: 0, maximum: 30 }),
  /** Minutes of rest after the third project of the first half-day, for the panel to find its scale; 0: none. */
  pauseAfterThird: Type.Integer({ minimum: 0, maximum: 60 }),
  /** Places at the end of each half-day that are kept free. */
  spare: Type.Integer({ minimum: 0, maximum: 3 }),
  /** Places kept free between two projects of one applicant. */
  applicantGap: Type.Integer({ minimum: 0, maximum: 5 }),
  /** Projects of one community follow one another. */
  together: Type.Boolean(),
  teamsAway: Type.Array(closed({ proposal: Id, ...away }), { maxItems: limits.proposals }),
  judgesAway: Type.Array(closed({ judge: Id, ...away }), { maxItems: 200 }),
});
export type ScheduleWishes = Static<typeof ScheduleWishes>;

/** A project's place in the plan: the `slot`th defense of a half-day, from 1. */
export const Turn = closed({
  proposal: Id,
  session: Id,
  slot: Type.Integer({ minimum: 1, maximum: limits.proposals }),
});
export type Turn = Static<typeof Turn>;

/** Who chooses first, drawn by hand or from three written numbers. */
export const Lot = closed({
  method: Type.Enum(['hand', 'numbers']),
  order: Type.Array(Id, { maxItems: limits.proposals }),
  seed: Type.Union([Type.String(), Type.Null()]),
  witnesses: Type.Array(Type.String()),
  at: Time,
});
export type Lot = Static<typeof Lot>;

/** What the solver does or has done. */
export const ScheduleRun = closed({
  id: Id,
  state: Type.Enum(['running', 'done', 'cancelled', 'failed']),
  startedAt: Time,
  endedAt: Type.Union([Time, Type.Null()]),
  /** How many it has placed so far, and how many no plan exceeds; null: not known yet. */
  placed: Type.Integer(),
  bound: Type.Union([Type.Integer(), Type.Null()]),
  /** Whether the plan is proven to be the best by the rule of the lot. */
  proven: Type.Boolean(),
  unplaced: Type.Array(closed({ proposal: Id, reason: Type.String() })),
});
export type ScheduleRun = Static<typeof ScheduleRun>;

/** A project as the plan sees it. `recused`: judges who must stay out of it. */
export const PlannedProject = closed({
  proposal: Id,
  number: Type.String(),
  /** Order number (出场顺序号); null before the order is published. */
  order: Type.Union([Type.Integer(), Type.Null()]),
  status: Type.Enum(['waiting', 'on_stage', 'scored', 'withdrawn']),
  title: Type.String(),
  applicant: Id,
  applicantName: Type.String(),
  community: Type.Union([Id, Type.Null()]),
  recused: Type.Array(Id),
});
export type PlannedProject = Static<typeof PlannedProject>;

export const Schedule = closed({
  revision: Revision,
  wishes: ScheduleWishes,
  turns: Type.Array(Turn),
  lot: Type.Union([Lot, Type.Null()]),
  run: Type.Union([ScheduleRun, Type.Null()]),
  projects: Type.Array(PlannedProject),
  judges: Type.Array(closed({ id: Id, name: Type.String() })),
  /** When the order was made known: from then on numbers stay, and places change only by planning again. */
  publishedAt: Type.Union([Time, Type.Null()]),
  serverTime: Time,
});
export type Schedule = Static<typeof Schedule>;

/** What happened on the day. A team late comes at `from` or after; a judge is away from then until `to`. */
export const DayFact = Type.Union([
  closed({ kind: Type.Literal('late'), proposal: Id, from: Time }),
  closed({ kind: Type.Enum(['absent', 'withdrawn']), proposal: Id }),
  closed({ kind: Type.Literal('judge_away'), judge: Id, from: Time, to: Time }),
]);
export type DayFact = Static<typeof DayFact>;

/** Somebody to be told, with the message to send. */
export const Told = closed({
  who: Type.Enum(['team', 'judges']),
  proposal: Type.Union([Id, Type.Null()]),
  name: Type.String(),
  words: Type.String(),
});
export type Told = Static<typeof Told>;

export const Replanned = closed({
  turns: Type.Array(Turn),
  /** `start`: of the new place, which may lie behind the end of its half-day. */
  moved: Type.Array(
    closed({
      proposal: Id,
      from: Turn,
      to: Type.Union([Turn, Type.Null()]),
      start: Type.Union([Time, Type.Null()]),
    }),
  ),
  /** Whether no plan moves fewer. */
  proven: Type.Boolean(),
  told: Type.Array(Told),
});
export type Replanned = Static<typeof Replanned>;

const base = '/api/competitions/:competition/schedule' as const;
const facts = Type.Array(DayFact, { minItems: 1, maxItems: 20 });
const planners = ['sponsor', 'operator', 'tally_clerk'] as const;

export const schedule = {
  get: route({
    method: 'GET',
    path: base,
    summary: 'The plan of the defenses: what it has to heed, the places, the solver',
    reply: Schedule,
    allow: organizers,
  }),
  save: route({
    method: 'PUT',
    path: base,
    summary: 'Save the draft of the plan; it may break rules, publishing it may not',
    body: closed({
      base: Revision,
      wishes: ScheduleWishes,
      turns: Type.Array(Turn, { maxItems: limits.proposals }),
    }),
    reply: Schedule,
    conflict: Schedule,
    errors: ['stale_revision', 'wrong_state', 'invalid_input'],
    allow: planners,
  }),
  /** By hand: typed from the 抽签登记表. */
  typeLot: route({
    method: 'POST',
    path: `${base}/lot/typed`,
    summary: 'Record who chooses first, drawn by hand',
    body: closed({
      operation: OperationId,
      order: Type.Array(Id, { minItems: 1, maxItems: limits.proposals }),
      witnesses: Type.Array(Text(limits.name), { maxItems: 6 }),
    }),
    reply: Schedule,
    errors: ['operation_reused', 'wrong_state', 'invalid_input'],
    allow: ['operator', 'tally_clerk'],
  }),
  drawLot: route({
    method: 'POST',
    path: `${base}/lot/seeded`,
    summary: 'Draw who chooses first from three written numbers',
    body: closed({
      operation: OperationId,
      parts: Type.Array(
        closed({ by: Text(limits.name), number: Type.String({ pattern: '^[0-9]{1,12}$' }) }),
        { minItems: 3, maxItems: 3 },
      ),
    }),
    reply: Schedule,
    errors: ['operation_reused', 'wrong_state'],
    allow: ['operator', 'tally_clerk'],
  }),
  solve: route({
    method: 'POST',
    path: `${base}/run`,
    summary: 'Let the solver make a plan; its answer counts only if the draft is still the same',
    body: closed({
      operation: OperationId,
      base: Revision,
      seconds: Type.Integer({ minimum: 1, maximum: 120 }),
    }),
    reply: Schedule,
    errors: ['operation_reused', 'stale_revision', 'wrong_state'],
    conflict: Schedule,
    allow: planners,
  }),
  cancel: route({
    method: 'POST',
    path: `${base}/run/stop`,
    summary: 'Stop the solver; the draft stays as it was',
    body: closed({ run: Id }),
    reply: Schedule,
    allow: planners,
  }),
  publish: route({
    method: 'POST',
    path: `${base}/publication`,
    summary: 'Make the order known: numbers by time, frozen from here on',
    body: closed({ operation: OperationId, base: Revision }),
    reply: Schedule,
    conflict: Schedule,
    errors: ['operation_reused', 'stale_revision', 'wrong_state', 'invalid_input'],
    allow: ['operator', 'tally_clerk'],
  }),
  /** Writes nothing. */
  preview: route({
    method: 'POST',
    path: `${base}/replan/preview`,
    summary: 'The least change after what happened, and who has to be told',
    body: closed({ facts }),
    reply: Replanned,
    errors: ['wrong_state', 'invalid_input'],
    allow: ['operator', 'tally_clerk', 'host'],
  }),
  replan: route({
    method: 'POST',
    path: `${base}/replan`,
    summary: 'Put the least change in force; numbers stay',
    body: closed({
      operation: OperationId,
      base: Revision,
      facts,
      /** The places as previewed: where the day has gone on since, it is refused. */
      turns: Type.Array(Turn, { maxItems: limits.proposals }),
      reason: Reason,
    }),
    reply: Schedule,
    conflict: Schedule,
    errors: ['operation_reused', 'stale_revision', 'wrong_state', 'invalid_input'],
    allow: ['operator', 'tally_clerk', 'host'],
  }),
};
