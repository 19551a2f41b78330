import Type from 'typebox';
import type { Static } from 'typebox';
import { Name, OperationId, Reason, Revision, Text, Time } from './common.ts';
import { limits } from './limits.ts';
import { organizers } from './roles.ts';
import { closed, Id, Nothing, route } from './route.ts';

export const JudgeProfile = closed({
  name: Name,
  party: Id,
  /** Seat number on the card; several judges may share a seat. */
  seat: Type.Integer({ minimum: 1, maximum: 99 }),
  /** Community the judge speaks for: its projects are recused by themselves. */
  community: Type.Union([Id, Type.Null()]),
  expertise: Type.Array(Text(limits.name), { maxItems: 8 }),
  unit: Text(limits.name),
  head: Type.Boolean(),
});
export type JudgeProfile = Static<typeof JudgeProfile>;

export const Judge = closed({ id: Id, revision: Revision, profile: JudgeProfile });
export type Judge = Static<typeof Judge>;

export const recusalKinds = ['must', 'disclose'] as const;
export const recusalGrounds = [
  'landing_community',
  'host_organization_office',
  'employment',
  'relative',
  'cooperation',
  'mentored_project',
  'colleague_mentored',
  'general_training',
  'other',
] as const;

/** `must` takes the judge off the project; `disclose` is printed and changes nothing. */
export const Recusal = closed({
  id: Id,
  judge: Id,
  proposal: Id,
  kind: Type.Enum([...recusalKinds]),
  grounds: Type.Array(Type.Enum([...recusalGrounds]), { minItems: 1, maxItems: 4 }),
  source: Type.Enum(['computed', 'declared', 'mentoring_record', 'organizer']),
  detail: Type.String(),
  at: Time,
});
export type Recusal = Static<typeof Recusal>;

const base = '/api/competitions/:competition' as const;

export const judges = {
  list: route({
    method: 'GET',
    path: `${base}/judges`,
    summary: 'The panel',
    reply: Type.Array(Judge),
    allow: organizers,
  }),
  add: route({
    method: 'POST',
    path: `${base}/judges`,
    summary: 'Add a judge; a 4-digit code is drawn for the seat card',
    body: closed({ operation: OperationId, profile: JudgeProfile }),
    reply: Judge,
    errors: ['operation_reused', 'wrong_state', 'already_exists'],
    allow: ['sponsor', 'operator'],
  }),
  save: route({
    method: 'PUT',
    path: `${base}/judges/:judge`,
    summary: 'Change a judge',
    body: closed({ base: Revision, profile: JudgeProfile }),
    reply: Judge,
    conflict: Judge,
    errors: ['stale_revision', 'wrong_state', 'already_exists'],
    allow: ['sponsor', 'operator'],
  }),
  remove: route({
    method: 'DELETE',
    path: `${base}/judges/:judge`,
    summary: 'Take a judge off the panel before the first sheet',
    reply: Nothing,
    errors: ['wrong_state'],
    allow: ['sponsor', 'operator'],
  }),
  recusals: route({
    method: 'GET',
    path: `${base}/recusals`,
    summary: 'Recusals and disclosures, computed ones included',
    reply: Type.Array(Recusal),
    allow: organizers,
  }),
  compute: route({
    method: 'POST',
    path: `${base}/recusals/computed`,
    summary: 'Raise the recusals that follow from communities and hosts',
    body: closed({ operation: OperationId }),
    reply: Type.Array(Recusal),
    errors: ['operation_reused', 'wrong_state'],
    allow: ['operator', 'sponsor'],
  }),
  recuse: route({
    method: 'POST',
    path: `${base}/recusals`,
    summary: 'Record a recusal or a disclosure',
    body: closed({
      operation: OperationId,
      judge: Id,
      proposal: Id,
      kind: Type.Enum([...recusalKinds]),
      grounds: Type.Array(Type.Enum([...recusalGrounds]), { minItems: 1, maxItems: 4 }),
      source: Type.Enum(['declared', 'mentoring_record', 'organizer']),
      detail: Reason,
    }),
    reply: Recusal,
    errors: ['operation_reused', 'already_exists', 'wrong_state', 'locked'],
    allow: ['operator', 'sponsor', 'tally_clerk', 'host'],
    kept: true,
  }),
  withdrawRecusal: route({
    method: 'DELETE',
    path: `${base}/recusals/:recusal`,
    summary: 'Take back a recusal recorded by mistake, before the first sheet',
    reply: Nothing,
    errors: ['wrong_state'],
    allow: ['operator', 'sponsor'],
  }),
};
