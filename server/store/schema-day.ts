import type { DeviceFacts } from '../../shared/contract/hall-check.ts';
import type { HeldHere } from '../../shared/contract/judging.ts';
import type { JudgeProfile } from '../../shared/contract/judges.ts';
import type { Marks } from '../../shared/contract/common.ts';
import type { Lot, ScheduleRun, ScheduleWishes, Turn } from '../../shared/contract/schedule.ts';
import type { Kit } from './kit.ts';
import type { CoreTables } from './schema-core.ts';

/** Panel, order, devices, sheets and stage: before the day and the day. */
export const dayTables = (k: Kit, { competition, proposal }: CoreTables) => {
  const judge = k.table(
    'judge',
    {
      id: k.text().primaryKey(),
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      revision: k.int().notNull(),
      profile: k.json<JudgeProfile>().notNull(),
      code: k.text().notNull(),
      codeSalt: k.text().notNull(),
      codeTries: k.int().notNull(),
      removedAt: k.int(),
      createdAt: k.int().notNull(),
    },
    (t) => [k.index('judge_competition').on(t.competition)],
  );

  const recusal = k.table(
    'recusal',
    {
      id: k.text().primaryKey(),
      competition: k.text().notNull(),
      judge: k
        .text()
        .notNull()
        .references(() => judge.id),
      proposal: k
        .text()
        .notNull()
        .references(() => proposal.id),
      kind: k.text().notNull(),
      grounds: k.json<string[]>().notNull(),
      source: k.text().notNull(),
      detail: k.text().notNull(),
      at: k.int().notNull(),
    },
    (t) => [
      k.index('recusal_competition').on(t.competition),
      k.uniqueIndex('recusal_pair').on(t.judge, t.proposal, t.kind),
    ],
  );

  const defense = k.table(
    'defense',
    {
      competition: k.text().notNull(),
      proposal: k
        .text()
        .notNull()
        .references(() => proposal.id),
      order: k.int().notNull(),
      session: k.text().notNull(),
      /** As read out and printed on the day: the stage and the console never open a proposal's text. */
      title: k.text().notNull(),
      applicantName: k.text().notNull(),
      community: k.text(),
      /** Project category: decides by which criteria judges mark it. */
      track: k.text(),
      status: k.text().notNull(), // waiting | on_stage | scored | withdrawn
      reason: k.text().notNull(),
      /** When the project was first called; null before. */
      startedAt: k.int(),
      /** Place in the course of the day; equal ones follow their order numbers. */
      turn: k.int().notNull().default(0),
      /** When the plan calls it; null: as its order number says. */
      plannedStart: k.int(),
    },
    (t) => [
      k.primaryKey({ columns: [t.proposal] }),
      k.uniqueIndex('defense_order').on(t.competition, t.order),
    ],
  );

  /** The plan of the defenses, one row a competition once somebody has planned. */
  const schedule = k.table('schedule', {
    competition: k
      .text()
      .primaryKey()
      .references(() => competition.id),
    revision: k.int().notNull(),
    wishes: k.json<ScheduleWishes>().notNull(),
    turns: k.json<Turn[]>().notNull(),
    lot: k.json<Lot>(),
    run: k.json<ScheduleRun>(),
    /** Until when the node that solves is taken to be alive; null where nobody solves. */
    leaseUntil: k.int(),
    publishedAt: k.int(),
  });

  /** State of the hall, one row a competition. */
  const stage = k.table('stage', {
    competition: k
      .text()
      .primaryKey()
      .references(() => competition.id),
    seq: k.int().notNull(),
    revision: k.int().notNull(),
    proposal: k.text(),
    phase: k.text().notNull(),
    endsAt: k.int(),
    remaining: k.int(),
    phaseLength: k.int().notNull(),
    hall: k.text().notNull(),
    /** Who stood on stage when the present project was called. */
    before: k.text(),
    /** Counts what the staff changed in judges' books. */
    books: k.int().notNull().default(0),
    /** Paper sheets are keyed twice, by two people. */
    keyTwice: k.bool().notNull().default(false),
    /** The console that leads the stage, and the officer at it; null: none has taken a step yet. */
    holder: k.text(),
    holderBy: k.text(),
  });

  const sessionLock = k.table(
    'session_lock',
    {
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      session: k.text().notNull(),
      at: k.int().notNull(),
      by: k.text().notNull(),
      count: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.competition, t.session] })],
  );

  const invitation = k.table('invitation', {
    tokenHash: k.text().primaryKey(),
    competition: k
      .text()
      .notNull()
      .references(() => competition.id),
    seat: k.int(),
    label: k.text().notNull(),
    expiresAt: k.int().notNull(),
    usedAt: k.int(),
  });

  const device = k.table(
    'device',
    {
      id: k.text().primaryKey(),
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      tokenHash: k.text().notNull(),
      seat: k.int(),
      label: k.text().notNull(),
      enrolledAt: k.int().notNull(),
      seenAt: k.int().notNull(),
      revokedAt: k.int(),
    },
    (t) => [k.uniqueIndex('device_token').on(t.tokenHash), k.index('device_competition').on(t.competition)],
  );

  /** A judge who typed the right code on a device. */
  const seated = k.table(
    'seated',
    {
      device: k
        .text()
        .notNull()
        .references(() => device.id),
      judge: k
        .text()
        .notNull()
        .references(() => judge.id),
      at: k.int().notNull(),
      /** What the device said last it holds of this judge: a hint for the recovery check, not a record. */
      held: k.json<HeldHere>(),
    },
    (t) => [k.primaryKey({ columns: [t.device, t.judge] }), k.index('seated_judge').on(t.judge)],
  );

  /** A judge has read the undertaking and declared, before the day. */
  const undertaking = k.table(
    'undertaking',
    {
      judge: k
        .text()
        .primaryKey()
        .references(() => judge.id),
      competition: k.text().notNull(),
      /** SHA-256 of the text that was undertaken. */
      text: k.text().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.index('undertaking_competition').on(t.competition)],
  );

  /** What a judge wrote down for themselves while reading; nobody else ever sees it, and no file holds it. */
  const judgeNote = k.table(
    'judge_note',
    {
      judge: k
        .text()
        .notNull()
        .references(() => judge.id),
      proposal: k
        .text()
        .notNull()
        .references(() => proposal.id),
      competition: k.text().notNull(),
      revision: k.int().notNull(),
      text: k.text().notNull(),
      savedAt: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.judge, t.proposal] })],
  );

  /** Somebody at a tablet has raised a hand (叫人). */
  const helpCall = k.table(
    'help_call',
    {
      id: k.text().primaryKey(),
      competition: k.text().notNull(),
      device: k
        .text()
        .notNull()
        .references(() => device.id),
      judge: k.text(),
      seat: k.int(),
      about: k.text().notNull(), // code | tablet | project | other
      at: k.int().notNull(),
      answeredAt: k.int(),
      answeredBy: k.text(),
    },
    (t) => [k.index('help_call_competition').on(t.competition, t.answeredAt)],
  );

  /** What a tablet found when it tried itself, the latest time. */
  const deviceCheck = k.table(
    'device_check',
    {
      device: k
        .text()
        .primaryKey()
        .references(() => device.id),
      competition: k.text().notNull(),
      facts: k.json<DeviceFacts>().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.index('device_check_competition').on(t.competition)],
  );

  /** What the server cannot know and somebody has looked at (会场检查). */
  const hallTick = k.table(
    'hall_tick',
    {
      competition: k.text().notNull(),
      item: k.text().notNull(),
      at: k.int().notNull(),
      by: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.competition, t.item] })],
  );

  const sheet = k.table(
    'sheet',
    {
      competition: k.text().notNull(),
      judge: k
        .text()
        .notNull()
        .references(() => judge.id),
      proposal: k
        .text()
        .notNull()
        .references(() => proposal.id),
      revision: k.int().notNull(),
      status: k.text().notNull(), // none | draft | submitted | locked | absent | unassigned (before a substitute came)
      marks: k.json<Marks>().notNull(),
      comment: k.text().notNull(),
      absent: k.text().notNull(), // '' | left | abstained | not_handed_in
      savedAt: k.int().notNull(),
      /** Ledger entry of the latest submission; 0 before it. */
      ledgerSeq: k.int().notNull(),
      /** With its judge for correction until then (ms), and what was said; null: not returned. */
      returned: k.json<{ until: number; reason: string }>(),
    },
    (t) => [
      k.primaryKey({ columns: [t.judge, t.proposal] }),
      k.index('sheet_competition').on(t.competition, t.proposal),
    ],
  );

  /** Every revision a sheet ever had; rows are only added. */
  const sheetRevision = k.table(
    'sheet_revision',
    {
      judge: k
        .text()
        .notNull()
        .references(() => judge.id),
      proposal: k
        .text()
        .notNull()
        .references(() => proposal.id),
      revision: k.int().notNull(),
      competition: k.text().notNull(),
      action: k.text().notNull(), // save | submit | correct | paper | exchange | absent | restore
      marks: k.json<Marks>().notNull(),
      comment: k.text().notNull(),
      operation: k.text().notNull(),
      device: k.text().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.judge, t.proposal, t.revision] })],
  );

  return {
    judge,
    recusal,
    defense,
    schedule,
    stage,
    sessionLock,
    invitation,
    device,
    seated,
    undertaking,
    judgeNote,
    helpCall,
    deviceCheck,
    hallTick,
    sheet,
    sheetRevision,
  };
};
