import Type from 'typebox';
import type { Static } from 'typebox';
import { Money, OperationId, Reason, Revision, Sha256Hex, Text, Time } from './common.ts';
import { limits } from './limits.ts';
import { closed, Id, route } from './route.ts';
import { ApprovalSecret } from './session.ts';

/** A sheet that is neither in nor accounted for; a result is not computed while one is open. */
export const Missing = closed({
  judge: Id,
  judgeName: Type.String(),
  proposal: Id,
  order: Type.Integer(),
  title: Type.String(),
});

/** A sheet as tally clerk, supervisor and sponsor see it after the lock. */
export const LockedSheet = closed({
  judge: Id,
  seat: Type.Integer(),
  total: Type.Union([Type.String(), Type.Null()]),
  /** kept | dropped_high | dropped_low | recused | left | abstained | not_handed_in */
  use: Type.String(),
});

export const ResultEntry = closed({
  proposal: Id,
  order: Type.Integer(),
  title: Type.String(),
  applicantName: Type.String(),
  community: Type.String(),
  /** Ids, for limits by category and community. */
  trackId: Type.Union([Id, Type.Null()]),
  communityId: Type.Union([Id, Type.Null()]),
  requested: Money,
  minimum: Money,
  rank: Type.Union([Type.Integer(), Type.Null()]),
  score: Type.Union([Type.String(), Type.Null()]),
  valid: Type.Integer(),
  flags: Type.Array(Type.String()),
  excluded: Type.Union([closed({ kind: Type.String(), reason: Type.String() }), Type.Null()]),
  /** Shares its rank or was put in order by a tie rule; the words that say how. */
  tie: Type.String(),
  sheets: Type.Array(LockedSheet),
  /** The derivation, step by step, as the scoring core gives it. */
  steps: Type.Array(Type.Unknown()),
});
export type ResultEntry = Static<typeof ResultEntry>;

/** By whom, names in the order of signing. */
export const Signature = closed({ at: Time, names: Type.Array(Type.String()) });
export type Signature = Static<typeof Signature>;

export const Result = closed({
  version: Type.Integer(),
  at: Time,
  byName: Type.String(),
  rulesVersion: Type.Integer(),
  rulesSentence: Type.String(),
  checksum: Sha256Hex,
  /** Ledger size and head when the result was computed; printed on every paper. */
  ledger: closed({ size: Type.Integer(), head: Sha256Hex }),
  judges: Type.Array(closed({ id: Id, seat: Type.Integer(), name: Type.String() })),
  counts: closed({
    expected: Type.Integer(),
    marked: Type.Integer(),
    recused: Type.Integer(),
    absent: Type.Integer(),
  }),
  entries: Type.Array(ResultEntry),
  /** Ranks still shared at the end of the tie rules: the panel may decide them. */
  openTies: Type.Array(closed({ rank: Type.Integer(), proposals: Type.Array(Id) })),
  /** Null: this version is not signed. */
  signature: Type.Union([Signature, Type.Null()]),
});
export type Result = Static<typeof Result>;

export const DecisionRow = closed({ proposal: Id, amount: Money });

/** Outcome of a project: funded whole, trimmed, or not, and the sentence that says why. */
export const DecisionEntry = closed({
  proposal: Id,
  rank: Type.Union([Type.Integer(), Type.Null()]),
  requested: Money,
  amount: Money,
  outcome: Type.Enum(['funded', 'trimmed', 'not_funded']),
  reason: Type.String(),
});

export const Decision = closed({
  version: Type.Integer(),
  resultVersion: Type.Integer(),
  pool: Money,
  total: Money,
  entries: Type.Array(DecisionEntry),
  /** SHA-256 of the canonical form: what an approval is bound to. Empty for a preview. */
  fingerprint: Type.String(),
  recordedAt: Type.Union([Time, Type.Null()]),
  recordedBy: Type.String(),
  confirmedAt: Type.Union([Time, Type.Null()]),
  confirmedBy: Type.String(),
  ruleSentence: Type.String(),
  /** Why the floors of the call could not all be met, and by which the list was made; absent: they are met. */
  clash: Type.Optional(Type.String()),
});
export type Decision = Static<typeof Decision>;

/** What is decided: the part that is stored, and with the competition and version that is fingerprinted. */
export type DecisionBody = Pick<
  Decision,
  'version' | 'resultVersion' | 'pool' | 'total' | 'entries' | 'ruleSentence' | 'clash'
>;

/** The second person, on the spot: another account that may approve, and its own secret. */
export const Approval = closed({ approver: Id, secret: ApprovalSecret });

const base = '/api/competitions/:competition' as const;
const readers = ['tally_clerk', 'supervisor', 'sponsor'] as const;

export const results = {
  readiness: route({
    method: 'GET',
    path: `${base}/results/readiness`,
    summary: 'What is missing before the result can be computed',
    reply: closed({
      ready: Type.Boolean(),
      openSessions: Type.Array(Id),
      missing: Type.Array(Missing),
      /** The rule counts public votes and not every project has its count. */
      votesMissing: Type.Boolean(),
      latest: Type.Integer(),
      /** Whether sheets, exclusions or rules of today would give another result than the latest. */
      outdated: Type.Boolean(),
      /** Whether sponsor and supervisor have signed the latest. */
      signed: Type.Boolean(),
    }),
    allow: [...readers, 'operator', 'host'],
  }),
  compute: route({
    method: 'POST',
    path: `${base}/results`,
    summary: 'Compute a new version of the result from the locked sheets',
    body: closed({ operation: OperationId }),
    reply: Result,
    errors: ['wrong_state', 'operation_reused'],
    allow: ['tally_clerk'],
  }),
  latest: route({
    method: 'GET',
    path: `${base}/results/latest`,
    summary: 'The latest result with every derivation',
    reply: Result,
    errors: ['not_found'],
    allow: readers,
  }),
  explain: route({
    method: 'GET',
    path: `${base}/results/latest/entries/:proposal/explanation`,
    summary: 'The derivation of one score in words, as the command line prints it',
    reply: closed({ text: Type.String() }),
    errors: ['not_found'],
    allow: readers,
  }),
  sign: route({
    method: 'POST',
    path: `${base}/results/:version/signature`,
    summary: 'Sign the latest version, sponsor and supervisor together',
    body: closed({ operation: OperationId, checksum: Sha256Hex, approval: Approval }),
    reply: Result,
    errors: ['wrong_state', 'approval_refused', 'too_many_tries', 'operation_reused'],
    allow: ['sponsor', 'supervisor'],
  }),
  decideTie: route({
    method: 'POST',
    path: `${base}/tie-decisions`,
    summary: 'Record the panel’s own order of projects that share a rank; makes a new result version',
    body: closed({
      operation: OperationId,
      order: Type.Array(Id, { minItems: 2, maxItems: 20 }),
      reason: Reason,
      approval: Approval,
    }),
    reply: Result,
    errors: ['wrong_state', 'invalid_input', 'approval_refused', 'too_many_tries', 'operation_reused'],
    allow: ['tally_clerk', 'sponsor'],
  }),
};

export const decisions = {
  preview: route({
    method: 'GET',
    path: `${base}/decisions/preview`,
    summary: 'What the funding rule gives for the latest result',
    reply: Decision,
    errors: ['wrong_state'],
    allow: readers,
  }),
  record: route({
    method: 'POST',
    path: `${base}/decisions`,
    summary: 'Record amounts; a difference from the rule needs a reason',
    body: closed({
      operation: OperationId,
      resultVersion: Revision,
      rows: Type.Array(DecisionRow, { maxItems: limits.proposals }),
      reason: Text(limits.reason),
    }),
    reply: Decision,
    errors: ['wrong_state', 'invalid_input', 'operation_reused'],
    allow: ['sponsor'],
  }),
  latest: route({
    method: 'GET',
    path: `${base}/decisions/latest`,
    summary: 'The latest recorded decision',
    reply: Decision,
    errors: ['not_found'],
    allow: readers,
  }),
  confirm: route({
    method: 'POST',
    path: `${base}/decisions/:version/confirmation`,
    summary: 'Confirm exactly this list as the second person',
    body: closed({ operation: OperationId, fingerprint: Sha256Hex, approval: Approval }),
    reply: Decision,
    errors: ['wrong_state', 'approval_refused', 'too_many_tries', 'operation_reused'],
    allow: ['sponsor', 'supervisor', 'tally_clerk'],
  }),
};
