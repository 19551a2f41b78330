import Type from 'typebox';
import type { Static } from 'typebox';
import { OperationId, Revision, Sha256Hex, Text, Time } from './common.ts';
import { recusalGrounds, recusalKinds } from './judges.ts';
import { limits } from './limits.ts';
import { ProposalContent } from './proposals.ts';
import { organizers } from './roles.ts';
import { closed, Id, route } from './route.ts';

/** What a judge does before the day: undertake, declare, read, note. */

const Grounds = Type.Array(Type.Enum([...recusalGrounds]), { minItems: 1, maxItems: 4 });

/** A project as a judge finds it in the list of those to declare about. */
export const ToDeclare = closed({
  proposal: Id,
  /** Order number; null before the draw. */
  order: Type.Union([Type.Integer(), Type.Null()]),
  title: Type.String(),
  applicantName: Type.String(),
  /** What stands already, the judge's own or of another source; null: nothing. */
  recusal: Type.Union([closed({ kind: Type.Enum([...recusalKinds]), grounds: Grounds }), Type.Null()]),
});
export type ToDeclare = Static<typeof ToDeclare>;

export const Undertaking = closed({
  lines: Type.Array(Type.String()),
  /** SHA-256 of the lines joined by newlines. */
  text: Sha256Hex,
  /** When this judge undertook it; null: not yet. */
  at: Type.Union([Time, Type.Null()]),
  projects: Type.Array(ToDeclare),
});
export type Undertaking = Static<typeof Undertaking>;

export const Declaration = closed({
  proposal: Id,
  kind: Type.Enum([...recusalKinds]),
  ground: Type.Enum([...recusalGrounds]),
  detail: Text(limits.reason),
});
export type Declaration = Static<typeof Declaration>;

/** The submitted version of a proposal, as a judge reads it: without telephone, account or papers of the applicant. */
export const ReadingProposal = closed({
  proposal: Id,
  order: Type.Union([Type.Integer(), Type.Null()]),
  number: Type.String(),
  applicantName: Type.String(),
  community: Type.String(),
  track: Type.String(),
  content: ProposalContent,
});
export type ReadingProposal = Static<typeof ReadingProposal>;

export const JudgeNote = closed({ proposal: Id, text: Type.String(), revision: Revision, savedAt: Time });
export type JudgeNote = Static<typeof JudgeNote>;

const own = '/api/competitions/:competition/judging/:judge' as const;

export const preparing = {
  undertaking: route({
    method: 'GET',
    path: `${own}/undertaking`,
    summary: 'Undertaking (承诺) and the projects to declare about',
    reply: Undertaking,
    allow: ['judge:own'],
  }),
  /** Made again later it adds declarations: a judge may remember more. */
  undertake: route({
    method: 'POST',
    path: `${own}/undertaking`,
    summary: 'Undertake, and declare recusals and disclosures',
    body: closed({
      operation: OperationId,
      /** Of the text that was read. */
      text: Sha256Hex,
      declarations: Type.Array(Declaration, { maxItems: limits.proposals }),
    }),
    reply: Undertaking,
    errors: ['wrong_state', 'locked', 'operation_reused'],
    allow: ['judge:own'],
  }),
  reading: route({
    method: 'GET',
    path: `${own}/reading`,
    summary:
      'Every proposal this judge is to hear, to read without network; none from which the judge is recused',
    reply: Type.Array(ReadingProposal),
    allow: ['judge:own'],
  }),
  notes: route({
    method: 'GET',
    path: `${own}/notes`,
    summary: 'Own notes; nobody else has a way to them',
    reply: Type.Array(JudgeNote),
    allow: ['judge:own'],
  }),
  saveNote: route({
    method: 'PUT',
    path: `${own}/notes/:proposal`,
    summary: 'Keep an own note',
    body: closed({ base: Revision, text: Text(limits.longText) }),
    reply: JudgeNote,
    conflict: JudgeNote,
    errors: ['stale_revision'],
    allow: ['judge:own'],
  }),
  /** Who has not answered yet; never what was noted. */
  answered: route({
    method: 'GET',
    path: '/api/competitions/:competition/undertakings',
    summary: 'Which judges have undertaken',
    reply: Type.Array(closed({ judge: Id, at: Type.Union([Time, Type.Null()]) })),
    allow: organizers,
  }),
};
