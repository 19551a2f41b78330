import type { ApplicantProfile } from '../../shared/contract/applicants.ts';
import type { FormCheck, ProposalContent } from '../../shared/contract/proposals.ts';
import type { RankShift, RuleParts } from '../../shared/contract/rule-changes.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { JsonValue } from '../../shared/ledger/canonical.ts';
import type { Kit } from './kit.ts';

/** People, competitions, proposals, ledger: what exists before and after the day. */
export const coreTables = (k: Kit) => {
  /** Installation-wide facts by name: keys, set-up code hash, epoch. */
  const fact = k.table('fact', { name: k.text().primaryKey(), value: k.json<JsonValue>().notNull() });

  const account = k.table(
    'account',
    {
      id: k.text().primaryKey(),
      kind: k.text().notNull(), // officer | applicant
      login: k.text().notNull(), // user name, or telephone
      name: k.text().notNull(),
      passwordHash: k.text().notNull(),
      approvalHash: k.text(),
      approvalTries: k.int().notNull(),
      signInTries: k.int().notNull(),
      lockedUntil: k.int(),
      createdAt: k.int().notNull(),
    },
    (t) => [k.uniqueIndex('account_login').on(t.kind, t.login)],
  );

  const session = k.table(
    'session',
    {
      tokenHash: k.text().primaryKey(),
      account: k
        .text()
        .notNull()
        .references(() => account.id),
      createdAt: k.int().notNull(),
      seenAt: k.int().notNull(),
    },
    (t) => [k.index('session_account').on(t.account)],
  );

  const competition = k.table('competition', {
    id: k.text().primaryKey(),
    stage: k.text().notNull(),
    revision: k.int().notNull(),
    settings: k.json<Settings>().notNull(),
    rulesVersion: k.int().notNull(),
    publishedAt: k.int(),
    createdAt: k.int().notNull(),
    lastNumber: k.int().notNull(),
    /** When complete drafts were submitted at the deadline; null until then. */
    closedAt: k.int(),
  });

  /** Every change of rubric and rules after the call was published; rows are only added. */
  const ruleChange = k.table(
    'rule_change',
    {
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      /** The version that begins with it. */
      version: k.int().notNull(),
      kind: k.text().notNull(), // corrected | changed
      before: k.json<RuleParts>().notNull(),
      after: k.json<RuleParts>().notNull(),
      /** Ranks under both, where sheets were locked already. */
      ranks: k.json<RankShift[]>().notNull(),
      reason: k.text().notNull(),
      at: k.int().notNull(),
      by: k.text().notNull(),
      approvedBy: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.competition, t.version] })],
  );

  const member = k.table(
    'member',
    {
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      account: k
        .text()
        .notNull()
        .references(() => account.id),
      role: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.competition, t.account, t.role] }),
      k.index('member_account').on(t.account),
    ],
  );

  const applicant = k.table(
    'applicant',
    {
      id: k.text().primaryKey(),
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      account: k.text().references(() => account.id),
      phone: k.text().notNull(),
      revision: k.int().notNull(),
      profile: k.json<ApplicantProfile>(),
      enteredByClerk: k.bool().notNull(),
      createdAt: k.int().notNull(),
    },
    (t) => [
      k.index('applicant_competition').on(t.competition),
      k.uniqueIndex('applicant_account').on(t.competition, t.account),
    ],
  );

  const proposal = k.table(
    'proposal',
    {
      id: k.text().primaryKey(),
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      applicant: k
        .text()
        .notNull()
        .references(() => applicant.id),
      status: k.text().notNull(),
      revision: k.int().notNull(),
      submittedRevision: k.int().notNull(),
      number: k.text().notNull(),
      submittedAt: k.int(),
      content: k.json<ProposalContent>().notNull(),
      check: k.json<FormCheck>(),
      enteredByClerk: k.bool().notNull(),
      /** Whether the draft, once complete, may be submitted by itself at the deadline. */
      submitAtDeadline: k.bool().notNull().default(true),
      /** The version that counts was submitted so. */
      automatic: k.bool().notNull().default(false),
      createdAt: k.int().notNull(),
      savedAt: k.int().notNull(),
    },
    (t) => [
      k.index('proposal_competition').on(t.competition, t.savedAt),
      k.index('proposal_applicant').on(t.applicant),
    ],
  );

  /** What was submitted, word for word; never changed. */
  const proposalVersion = k.table(
    'proposal_version',
    {
      proposal: k
        .text()
        .notNull()
        .references(() => proposal.id),
      revision: k.int().notNull(),
      content: k.json<ProposalContent>().notNull(),
      attachments: k.json<string[]>().notNull(),
      submittedAt: k.int().notNull(),
      submittedBy: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.proposal, t.revision] })],
  );

  const attachment = k.table(
    'attachment',
    {
      id: k.text().primaryKey(),
      competition: k.text().notNull(),
      proposal: k
        .text()
        .notNull()
        .references(() => proposal.id),
      kind: k.text().notNull(),
      name: k.text().notNull(),
      bytes: k.int().notNull(),
      type: k.text().notNull(),
      sha256: k.text().notNull(),
      at: k.int().notNull(),
      removedAt: k.int(),
    },
    (t) => [k.index('attachment_proposal').on(t.proposal)],
  );

  /** One act of creating or submitting, with the answer it got. */
  const operation = k.table(
    'operation',
    {
      scope: k.text().notNull(),
      id: k.text().notNull(),
      actor: k.text().notNull(),
      bodyHash: k.text().notNull(),
      reply: k.json<JsonValue>().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.scope, t.id] })],
  );

  const ledger = k.table(
    'ledger',
    {
      scope: k.text().notNull(),
      seq: k.int().notNull(),
      at: k.int().notNull(),
      actor: k.text().notNull(),
      action: k.text().notNull(),
      subject: k.text().notNull(),
      data: k.json<Record<string, JsonValue>>().notNull(),
      sealed: k.json<Record<string, string>>().notNull(),
      prev: k.text().notNull(),
      hash: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.scope, t.seq] })],
  );

  /** Salt and value behind a seal; read only by those who may see the value, deleted to erase a person's data. */
  const opening = k.table(
    'opening',
    {
      scope: k.text().notNull(),
      seq: k.int().notNull(),
      field: k.text().notNull(),
      salt: k.text().notNull(),
      value: k.json<JsonValue>().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.scope, t.seq, t.field] })],
  );
  return {
    fact,
    account,
    session,
    competition,
    ruleChange,
    member,
    applicant,
    proposal,
    proposalVersion,
    attachment,
    operation,
    ledger,
    opening,
  };
};

export type CoreTables = ReturnType<typeof coreTables>;
