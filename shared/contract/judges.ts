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
  /** Telephone, to be held against those of the applicants; absent or empty: not given. */
  phone: Type.Optional(Text(20)),
  /** Who proposed or invited the judge, and how: an auditor asks. */
  invited: Type.Optional(Text(limits.shortText)),
  /** Applicants the judge has mentored: their projects are recused by themselves. Absent: not asked. */
  mentored: Type.Optional(Type.Array(Id, { maxItems: 200 })),
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

/** What is held against one another to find conflicts, in this order. */
export const checkKinds = ['community', 'host_office', 'employment', 'mentored', 'person', 'phone'] as const;

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

/** Something on file that may be a conflict: to be asked, and answered by a recusal or a disclosure. */
export const Suspicion = closed({
  judge: Id,
  proposal: Id,
  kind: Type.Enum([...checkKinds]),
  /** What is alike on both sides, e.g. the two names of a unit. */
  words: Type.String(),
});
export type Suspicion = Static<typeof Suspicion>;

/** What was held against what for one judge and one project, and what came of it. */
export const PairCheck = closed({
  kind: Type.Enum([...checkKinds]),
  outcome: Type.Enum(['conflict', 'question', 'clear', 'unknown']),
  words: Type.String(),
});
export type PairCheck = Static<typeof PairCheck>;

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
  suspected: route({
    method: 'GET',
    path: `${base}/recusals/suspected`,
    summary: 'Possible conflicts that nobody has answered yet',
    reply: Type.Array(Suspicion),
    allow: ['operator', 'sponsor', 'supervisor'],
  }),
  checks: route({
    method: 'GET',
    path: `${base}/recusals/checks/:judge/:proposal`,
    summary: 'What was held against what for one judge and one project: why none was found',
    reply: Type.Array(PairCheck),
    errors: ['not_found'],
    allow: ['operator', 'sponsor', 'supervisor'],
  }),
  compute: route({
    method: 'POST',
    path: `${base}/recusals/computed`,
    summary: 'Raise the recusals that follow from communities, hosts, units and mentoring',
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
