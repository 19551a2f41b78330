import Type from 'typebox';
import type { Static } from 'typebox';
import { Phone } from './common.ts';
import { limits } from './limits.ts';
import { competitionRoles } from './roles.ts';
import { closed, Id, Nothing, route } from './route.ts';

export const Username = Type.String({ pattern: '^[0-9A-Za-z._-]{3,32}$' });
export const Password = Type.String({ minLength: limits.password.min, maxLength: limits.password.max });
export const ApprovalSecret = Type.String({
  pattern: `^[0-9]{${limits.approvalSecret.min},${limits.approvalSecret.max}}$`,
});
export const ApplicantCode = Type.String({ pattern: `^[0-9]{${limits.applicantCode}}$` });

/** Who is asking, as far as the server knows. */
export const SessionReply = closed({
  account: Type.Union([
    closed({
      id: Id,
      kind: Type.Enum(['officer', 'applicant']),
      name: Type.String(),
      hasApprovalSecret: Type.Boolean(),
    }),
    Type.Null(),
  ]),
  competitions: Type.Array(
    closed({ id: Id, name: Type.String(), roles: Type.Array(Type.Enum([...competitionRoles, 'applicant'])) }),
  ),
  device: Type.Union([
    closed({ id: Id, competition: Id, seat: Type.Union([Type.Integer(), Type.Null()]) }),
    Type.Null(),
  ]),
});
export type SessionReply = Static<typeof SessionReply>;

export const session = {
  current: route({
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in here',
    reply: SessionReply,
    allow: ['public'],
  }),
  signInOfficer: route({
    method: 'POST',
    path: '/api/session/officer',
    summary: 'Sign in as organizer',
    body: closed({ username: Username, password: Type.String({ maxLength: limits.password.max }) }),
    reply: SessionReply,
    errors: ['wrong_credentials', 'too_many_tries', 'rate_limited'],
    allow: ['public'],
  }),
  signInApplicant: route({
    method: 'POST',
    path: '/api/session/applicant',
    summary: 'Sign in as applicant by telephone and 8-digit code',
    body: closed({ phone: Phone, code: ApplicantCode }),
    reply: SessionReply,
    errors: ['wrong_credentials', 'too_many_tries', 'rate_limited'],
    allow: ['public'],
  }),
  signOut: route({
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out',
    reply: Nothing,
    allow: ['public'],
  }),
  changePassword: route({
    method: 'PUT',
    path: '/api/session/password',
    summary: 'Change own password',
    body: closed({ current: Type.String({ maxLength: limits.password.max }), password: Password }),
    reply: Nothing,
    errors: ['wrong_credentials'],
    allow: ['officer'],
  }),
  setApprovalSecret: route({
    method: 'PUT',
    path: '/api/session/approval-secret',
    summary: 'Own secret for approving as the second person',
    body: closed({ password: Type.String({ maxLength: limits.password.max }), secret: ApprovalSecret }),
    reply: Nothing,
    errors: ['wrong_credentials'],
    allow: ['officer'],
  }),
};
