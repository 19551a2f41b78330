import Type from 'typebox';
import type { Static } from 'typebox';
import { OperationId, Reason, Revision, Time } from './common.ts';
import { Competition } from './competitions.ts';
import { Preview } from './incidents.ts';
import { Approval } from './results.ts';
import { organizers } from './roles.ts';
import { closed, Id, route } from './route.ts';
import { Rubric, ScoringRules } from './settings.ts';

/** What a change after publication is about; everything else of the settings stays frozen. */
export const RuleParts = closed({ rubric: Rubric, scoring: ScoringRules });
export type RuleParts = Static<typeof RuleParts>;

/**
 * `corrected`: before the first submitted sheet, by the sponsor with a correction notice (更正公告).
 * `changed`: after it, by two people who have seen what it does to the ranks.
 */
export const ruleChangeKinds = ['corrected', 'changed'] as const;
export type RuleChangeKind = (typeof ruleChangeKinds)[number];

const Placing = closed({
  rank: Type.Union([Type.Integer(), Type.Null()]),
  score: Type.Union([Type.String(), Type.Null()]),
});

/** One project under the rules in force and under the new ones. */
export const RankShift = closed({
  proposal: Id,
  order: Type.Integer(),
  title: Type.String(),
  before: Placing,
  after: Placing,
});
export type RankShift = Static<typeof RankShift>;

/** Whom a change touches, counted. */
export const TouchedByChange = closed({
  applicants: Type.Integer(),
  drafts: Type.Integer(),
  submitted: Type.Integer(),
  judges: Type.Integer(),
  /** Sheets that hold marks, submitted or not. */
  sheets: Type.Integer(),
});

/** What a change would do: shown before it is made, and what an approval is bound to. */
export const RuleChangeEffect = closed({
  kind: Type.Enum([...ruleChangeKinds]),
  /** Version that would begin. */
  version: Type.Integer(),
  /** What is different, a sentence each. */
  lines: Type.Array(Type.String()),
  sentenceBefore: Type.String(),
  sentenceAfter: Type.String(),
  touched: TouchedByChange,
  /** Projects of the sessions that are locked; of others nobody may know a mark yet. */
  ranks: Type.Array(RankShift),
  /** Projects whose sheets are not locked. */
  unlocked: Type.Integer(),
});
export type RuleChangeEffect = Static<typeof RuleChangeEffect>;

/** A change that took effect, as everybody may know it. */
export const RuleNotice = closed({
  version: Type.Integer(),
  kind: Type.Enum([...ruleChangeKinds]),
  at: Time,
  /** Of a correction; why the rules were changed after the first sheet stands in the review report. */
  reason: Type.String(),
  lines: Type.Array(Type.String()),
});
export type RuleNotice = Static<typeof RuleNotice>;

/** The same as the organizers see it. */
export const RuleChange = closed({
  version: Type.Integer(),
  kind: Type.Enum([...ruleChangeKinds]),
  at: Time,
  byName: Type.String(),
  /** Empty where one person sufficed. */
  approverName: Type.String(),
  reason: Type.String(),
  lines: Type.Array(Type.String()),
});
export type RuleChange = Static<typeof RuleChange>;

const base = '/api/competitions/:competition/rule-changes' as const;

export const ruleChanges = {
  list: route({
    method: 'GET',
    path: base,
    summary: 'Changes of rubric and rules since the call was published, newest first',
    reply: Type.Array(RuleChange),
    allow: organizers,
  }),
  notices: route({
    method: 'GET',
    path: '/api/competitions/:competition/rule-notices',
    summary: 'Correction notices (更正公告) and later changes of the rules, newest first, for everybody',
    reply: Type.Array(RuleNotice),
    allow: ['public'],
  }),
  preview: route({
    method: 'POST',
    path: `${base}/preview`,
    summary: 'What a change of rubric and rules would do; nothing is stored',
    body: closed({ base: Revision, parts: RuleParts }),
    reply: closed({ effect: RuleChangeEffect, preview: Preview }),
    conflict: Competition,
    errors: ['stale_revision', 'wrong_state', 'invalid_input'],
    allow: ['sponsor', 'supervisor'],
  }),
  apply: route({
    method: 'POST',
    path: base,
    summary: 'Put exactly the previewed change into force; after the first sheet with a second person',
    body: closed({
      operation: OperationId,
      base: Revision,
      parts: RuleParts,
      reason: Reason,
      preview: Preview,
      approval: Type.Optional(Approval),
    }),
    reply: Competition,
    conflict: Competition,
    errors: [
      'stale_revision',
      'wrong_state',
      'invalid_input',
      'approval_refused',
      'too_many_tries',
      'operation_reused',
    ],
    allow: ['sponsor'],
  }),
};
