import Type from 'typebox';
import type { Static } from 'typebox';
import { Name, OperationId, Phone, Revision, Text, Time } from './common.ts';
import { limits } from './limits.ts';
import { closed, Id, route } from './route.ts';

/** 18 places of GB 32100-2015; checked further by `creditCodeFault`. */
export const CreditCode = Type.String({ maxLength: 18 });

/** Host organization (承接单位) of a group without a code of its own. */
export const Host = closed({
  name: Name,
  kind: Type.Enum(['residents_committee', 'federation', 'organization']),
  creditCode: CreditCode,
});

export const ApplicantProfile = closed({
  kind: Type.Enum(['organization', 'group']),
  name: Name,
  /** e.g. 社会服务机构, 社会团体, 备案类社区社会组织. */
  form: Text(limits.name),
  creditCode: Type.Union([CreditCode, Type.Null()]),
  /** Why a code that fails its checksum is right all the same (early pilot codes fail it). */
  creditCodeReason: Text(limits.reason),
  host: Type.Union([Host, Type.Null()]),
  /** Community of a group; null for an organization. */
  community: Type.Union([Id, Type.Null()]),
  leader: Text(limits.name),
  members: Type.Integer({ minimum: 0, maximum: 100_000 }),
  profile: Text(limits.shortText * 2),
  experience: Text(limits.shortText * 2),
  /** Consent to the use of personal data, given before the first personal field. */
  consent: Type.Boolean(),
});
export type ApplicantProfile = Static<typeof ApplicantProfile>;

export const Applicant = closed({
  id: Id,
  revision: Revision,
  phone: Type.String(),
  /** Null until the applicant or a clerk has filled in the profile. */
  profile: Type.Union([ApplicantProfile, Type.Null()]),
  /** Entered by a clerk (代录); the applicant has no sign-in of its own. */
  enteredByClerk: Type.Boolean(),
  createdAt: Time,
});
export type Applicant = Static<typeof Applicant>;

export const applicants = {
  list: route({
    method: 'GET',
    path: '/api/competitions/:competition/applicants',
    summary: 'All applicants',
    reply: Type.Array(Applicant),
    allow: ['sponsor', 'operator', 'supervisor'],
  }),
  issueCode: route({
    method: 'POST',
    path: '/api/competitions/:competition/applicant-codes',
    summary: 'Give a telephone its 8-digit code; a new one replaces the old. The code is shown once.',
    body: closed({ operation: OperationId, phone: Phone, note: Text(limits.name) }),
    reply: closed({ applicant: Id, phone: Type.String(), code: Type.String() }),
    errors: ['operation_reused', 'wrong_state'],
    allow: ['operator'],
  }),
  enter: route({
    method: 'POST',
    path: '/api/competitions/:competition/applicants',
    summary: 'A clerk enters an applicant from paper (代录)',
    body: closed({ operation: OperationId, profile: ApplicantProfile }),
    reply: Applicant,
    errors: ['operation_reused', 'wrong_state'],
    allow: ['operator'],
  }),
  mine: route({
    method: 'GET',
    path: '/api/competitions/:competition/applicants/mine',
    summary: 'Own applicant record',
    reply: Applicant,
    allow: ['applicant'],
  }),
  save: route({
    method: 'PUT',
    path: '/api/competitions/:competition/applicants/:applicant',
    summary: 'Save the profile of an applicant',
    body: closed({ base: Revision, profile: ApplicantProfile }),
    reply: Applicant,
    conflict: Applicant,
    errors: ['stale_revision', 'wrong_state'],
    allow: ['applicant:own', 'operator'],
  }),
};
