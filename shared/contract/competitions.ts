import Type from 'typebox';
import type { Static } from 'typebox';
import { Name, OperationId, Revision, Time } from './common.ts';
import { closed, Id, route } from './route.ts';
import { Settings } from './settings.ts';

/** Stages a competition goes through; each opens what the one before prepared. */
export const competitionStages = ['draft', 'call', 'defense', 'decided'] as const;

export const Competition = closed({
  id: Id,
  stage: Type.Enum([...competitionStages]),
  revision: Revision,
  settings: Settings,
  /** Version of the frozen rules; 0 before the call is published. */
  rulesVersion: Type.Integer(),
  rulesSentence: Type.String(),
  publishedAt: Type.Union([Time, Type.Null()]),
  serverTime: Time,
});
export type Competition = Static<typeof Competition>;

export const CompetitionSummary = closed({
  id: Id,
  name: Type.String(),
  stage: Type.Enum([...competitionStages]),
  mark: Type.String(),
  deadline: Time,
});

export const competitions = {
  list: route({
    method: 'GET',
    path: '/api/competitions',
    summary: 'Published competitions, and for officers their own drafts too',
    reply: Type.Array(CompetitionSummary),
    allow: ['public'],
  }),
  create: route({
    method: 'POST',
    path: '/api/competitions',
    summary: 'New competition from a built-in template; the creator becomes sponsor',
    body: closed({ operation: OperationId, template: Type.Enum(['weiyuan']), name: Name }),
    reply: closed({ id: Id }),
    errors: ['operation_reused'],
    allow: ['officer'],
  }),
  get: route({
    method: 'GET',
    path: '/api/competitions/:competition',
    summary: 'A competition with all its settings; a draft only for its officers',
    reply: Competition,
    allow: ['public'],
  }),
  saveSettings: route({
    method: 'PUT',
    path: '/api/competitions/:competition/settings',
    summary: 'Save the settings before the call is published',
    body: closed({ base: Revision, settings: Settings }),
    reply: Competition,
    conflict: Competition,
    errors: ['stale_revision', 'frozen'],
    allow: ['sponsor', 'operator'],
  }),
  publish: route({
    method: 'POST',
    path: '/api/competitions/:competition/publication',
    summary: 'Publish the call; rules, rubric and money are frozen from here on',
    body: closed({ operation: OperationId, base: Revision }),
    reply: Competition,
    conflict: Competition,
    errors: ['stale_revision', 'wrong_state', 'operation_reused'],
    allow: ['sponsor', 'supervisor'],
  }),
};
