import Type from 'typebox';
import type { Static } from 'typebox';
import { Created, Money, Month, OperationId, Reason, Receipt, Revision, Text, Time } from './common.ts';
import { limits } from './limits.ts';
import { organizers } from './roles.ts';
import { closed, Id, Nothing, route } from './route.ts';

export const goalKinds = ['数量', '质量', '时效', '成本', '效益', '满意度'] as const;
export const budgetSources = ['申请', '自筹', '配套'] as const;
export const attachmentKinds = [
  'registration',
  'host_authorisation',
  'seal_page',
  'budget_basis',
  'other',
] as const;

const optionalMonth = Type.Union([Month, Type.Literal('')]);

export const Goal = closed({
  kind: Type.Enum([...goalKinds]),
  text: Text(limits.shortText),
  number: Text(20),
  unit: Text(20),
  proof: Text(limits.shortText),
});

export const Activity = closed({
  from: optionalMonth,
  to: optionalMonth,
  title: Text(limits.name),
  detail: Text(limits.shortText * 2),
});

export const TeamMember = closed({
  role: Text(limits.name),
  count: Type.Integer({ minimum: 1, maximum: 1000 }),
  duty: Text(limits.shortText),
  qualification: Text(limits.shortText),
});

export const Risk = closed({ risk: Text(limits.shortText), response: Text(limits.shortText) });

/** One line of the budget; its subtotal is unit price × quantity and is never sent. */
export const BudgetLine = closed({
  subject: Text(limits.name),
  item: Text(limits.name),
  purpose: Text(limits.shortText),
  unitPrice: Money,
  quantity: Type.Integer({ minimum: 0, maximum: limits.quantity }),
  unit: Text(20),
  source: Type.Enum([...budgetSources]),
});
export type BudgetLine = Static<typeof BudgetLine>;

/** Everything an applicant writes. Incomplete at any time but the moment of submission. */
export const ProposalContent = closed({
  title: Text(limits.title),
  track: Type.Union([Id, Type.Null()]),
  community: Type.Union([Id, Type.Null()]),
  from: optionalMonth,
  to: optionalMonth,
  summary: Text(limits.longText),
  needs: Text(limits.longText),
  overallGoal: Text(limits.longText),
  goals: Type.Array(Goal, { maxItems: limits.goals }),
  activities: Type.Array(Activity, { maxItems: limits.activities }),
  beneficiaries: closed({
    direct: Type.Integer({ minimum: 0, maximum: limits.quantity }),
    indirect: Type.Integer({ minimum: 0, maximum: limits.quantity }),
    description: Text(limits.shortText * 2),
  }),
  innovation: Text(limits.longText),
  risks: Type.Array(Risk, { maxItems: limits.risks }),
  sustainability: Text(limits.longText),
  team: Type.Array(TeamMember, { maxItems: limits.team }),
  budget: Type.Array(BudgetLine, { maxItems: limits.budgetLines }),
  /** Below this the applicant cannot do the project; null until said. */
  minimum: Type.Union([Money, Type.Null()]),
});
export type ProposalContent = Static<typeof ProposalContent>;

export const proposalStatuses = ['draft', 'submitted', 'returned', 'passed', 'refused', 'withdrawn'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

export const Attachment = closed({
  id: Id,
  kind: Type.Enum([...attachmentKinds]),
  name: Type.String(),
  bytes: Type.Integer(),
  type: Type.String(),
  at: Time,
});
export type Attachment = Static<typeof Attachment>;

/** Result of the form check (形式审查). `fields` are the sections open for correction. */
export const FormCheck = closed({
  verdict: Type.Enum(['pass', 'return', 'refuse']),
  fields: Type.Array(closed({ path: Text(60), note: Text(limits.shortText) }), { maxItems: 40 }),
  reason: Text(limits.reason),
});
export type FormCheck = Static<typeof FormCheck>;

export const Proposal = closed({
  id: Id,
  applicant: Id,
  applicantName: Type.String(),
  status: Type.Enum([...proposalStatuses]),
  revision: Revision,
  /** Revision that counts as submitted; 0 before the first submission. */
  submittedRevision: Revision,
  /** Number of the receipt, e.g. `2026-007`; empty before the first submission. */
  number: Type.String(),
  submittedAt: Type.Union([Time, Type.Null()]),
  content: ProposalContent,
  attachments: Type.Array(Attachment),
  check: Type.Union([FormCheck, Type.Null()]),
  /** Entered by a clerk from paper (代录). */
  enteredByClerk: Type.Boolean(),
  /** Whether a draft, once complete, is submitted by itself at the deadline. */
  submitAtDeadline: Type.Boolean(),
  /** The version that counts was submitted so, by nobody's hand. */
  automatic: Type.Boolean(),
  savedAt: Time,
});
export type Proposal = Static<typeof Proposal>;

/** A row of the list; no text, so that 2,000 proposals fit one reply. */
export const ProposalSummary = closed({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  applicant: Id,
  applicantName: Type.String(),
  track: Type.Union([Id, Type.Null()]),
  community: Type.Union([Id, Type.Null()]),
  status: Type.Enum([...proposalStatuses]),
  requested: Money,
  submittedAt: Type.Union([Time, Type.Null()]),
  automatic: Type.Boolean(),
  savedAt: Time,
});
export type ProposalSummary = Static<typeof ProposalSummary>;

export const SubmissionReceipt = closed({ number: Type.String(), revision: Revision, receipt: Receipt });

const path = '/api/competitions/:competition/proposals' as const;

export const proposals = {
  list: route({
    method: 'GET',
    path,
    summary: 'All proposals, newest change first',
    reply: Type.Array(ProposalSummary),
    allow: organizers,
  }),
  mine: route({
    method: 'GET',
    path: '/api/competitions/:competition/proposals/mine',
    summary: 'Own proposals',
    reply: Type.Array(ProposalSummary),
    allow: ['applicant'],
  }),
  create: route({
    method: 'POST',
    path,
    summary: 'Start a proposal; a clerk names the applicant (代录)',
    body: closed({ operation: OperationId, applicant: Id, title: Text(limits.title) }),
    reply: Created,
    errors: ['operation_reused', 'wrong_state', 'deadline_passed', 'forbidden'],
    allow: ['applicant', 'operator'],
  }),
  get: route({
    method: 'GET',
    path: `${path}/:proposal`,
    summary: 'One proposal: the working copy for its applicant and the operator, else the submitted version',
    /** `submitted`: the version that counts, for everybody alike; the form check looks at this one. */
    query: closed({ version: Type.Optional(Type.Enum(['submitted'])) }),
    reply: Proposal,
    allow: ['applicant:own', 'sponsor', 'operator', 'supervisor'],
  }),
  save: route({
    method: 'PUT',
    path: `${path}/:proposal`,
    summary: 'Save the draft as it is typed',
    body: closed({ base: Revision, content: ProposalContent }),
    reply: closed({ revision: Revision, savedAt: Time }),
    conflict: Proposal,
    errors: ['stale_revision', 'wrong_state', 'deadline_passed'],
    allow: ['applicant:own', 'operator'],
  }),
  submit: route({
    method: 'POST',
    path: `${path}/:proposal/submission`,
    summary: 'Submit the revision named by `base`, or the corrections asked for',
    body: closed({ operation: OperationId, base: Revision }),
    reply: SubmissionReceipt,
    conflict: Proposal,
    errors: ['stale_revision', 'invalid_input', 'wrong_state', 'deadline_passed', 'operation_reused'],
    allow: ['applicant:own', 'operator'],
  }),
  /** The receipt of the version that counts, also for who lost it or was submitted at the deadline. */
  receipt: route({
    method: 'GET',
    path: `${path}/:proposal/receipt`,
    summary: 'The signed receipt of the submitted version',
    reply: SubmissionReceipt,
    allow: ['applicant:own', 'operator'],
  }),
  atDeadline: route({
    method: 'PUT',
    path: `${path}/:proposal/at-deadline`,
    summary: 'Whether the draft, once complete, is submitted by itself at the deadline',
    body: closed({ submit: Type.Boolean() }),
    reply: Nothing,
    errors: ['deadline_passed', 'wrong_state'],
    allow: ['applicant:own', 'operator'],
  }),
  withdraw: route({
    method: 'POST',
    path: `${path}/:proposal/withdrawal`,
    summary: 'Withdraw before or on the day; the order number stays',
    body: closed({ operation: OperationId, reason: Reason }),
    reply: Nothing,
    errors: ['wrong_state', 'operation_reused'],
    allow: ['applicant:own', 'operator'],
  }),
  check: route({
    method: 'POST',
    path: `${path}/:proposal/check`,
    summary: 'Form check: pass, return naming fields, or refuse with a reason',
    body: closed({ operation: OperationId, base: Revision, check: FormCheck }),
    reply: Proposal,
    conflict: Proposal,
    errors: ['stale_revision', 'wrong_state', 'operation_reused'],
    allow: ['operator'],
  }),
  attach: route({
    method: 'POST',
    path: `${path}/:proposal/attachments`,
    summary: 'Attach a file; its kind and operation id travel in the query',
    query: closed({ operation: OperationId, kind: Type.Enum([...attachmentKinds]) }),
    reply: Attachment,
    errors: ['file_too_large', 'file_type', 'wrong_state', 'deadline_passed'],
    allow: ['applicant:own', 'operator'],
    transport: 'upload',
  }),
  detach: route({
    method: 'DELETE',
    path: `${path}/:proposal/attachments/:attachment`,
    summary: 'Take an attachment out of the draft',
    reply: Nothing,
    errors: ['wrong_state', 'deadline_passed'],
    allow: ['applicant:own', 'operator'],
  }),
  download: route({
    method: 'GET',
    path: `${path}/:proposal/attachments/:attachment`,
    summary: 'Download an attachment',
    reply: Type.Unsafe<Uint8Array>({}),
    allow: ['applicant:own', 'sponsor', 'operator', 'supervisor'],
    transport: 'file',
  }),
};
