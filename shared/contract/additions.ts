import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Mark, OperationId, Reason, Revision, SignedPoints, Time } from './common.ts';
import { limits } from './limits.ts';
import { Approval } from './results.ts';
import { closed, Id, route } from './route.ts';
import { VoteSettings } from './settings.ts';

/** What counts beside the judges' marks: 加减分 with a reason each, and public votes that were counted elsewhere. */

export const Adjustment = closed({ proposal: Id, points: SignedPoints, reason: Reason });
export type Adjustment = Static<typeof Adjustment>;

export const VoteCount = closed({
  proposal: Id,
  count: Type.Integer({ minimum: 0, maximum: limits.votes }),
});
export type VoteCount = Static<typeof VoteCount>;

/** A list as it was last recorded, whole; `version` 0: never. */
const Recorded = <T extends TSchema>(row: T) =>
  closed({
    version: Revision,
    rows: Type.Array(row),
    at: Type.Union([Time, Type.Null()]),
    byName: Type.String(),
    approverName: Type.String(),
  });

export const Additions = closed({
  /** In the order of the defenses. */
  projects: Type.Array(
    closed({ proposal: Id, order: Type.Integer(), title: Type.String(), withdrawn: Type.Boolean() }),
  ),
  /** Null: the rule has none. */
  bonus: Type.Union([closed({ most: Mark }), Type.Null()]),
  votes: Type.Union([VoteSettings, Type.Null()]),
  adjustments: Recorded(Adjustment),
  counts: Recorded(VoteCount),
  /** Where the counts come from, as it was written with them. */
  source: Type.String(),
});
export type Additions = Static<typeof Additions>;

const base = '/api/competitions/:competition/additions' as const;
const errors = [
  'stale_revision',
  'wrong_state',
  'invalid_input',
  'approval_refused',
  'too_many_tries',
  'operation_reused',
] as const;

export const additions = {
  get: route({
    method: 'GET',
    path: base,
    summary: 'Points added or taken off, and vote counts, as last recorded',
    reply: Additions,
    allow: ['tally_clerk', 'supervisor', 'sponsor'],
  }),
  recordAdjustments: route({
    method: 'POST',
    path: `${base}/adjustments`,
    summary: 'Record the whole list of points added or taken off, with a second person',
    body: closed({
      operation: OperationId,
      base: Revision,
      rows: Type.Array(Adjustment, { maxItems: limits.proposals }),
      approval: Approval,
    }),
    reply: Additions,
    errors,
    allow: ['tally_clerk', 'sponsor'],
  }),
  recordVotes: route({
    method: 'POST',
    path: `${base}/votes`,
    summary: 'Record the counted votes of every project, with a second person',
    body: closed({
      operation: OperationId,
      base: Revision,
      rows: Type.Array(VoteCount, { maxItems: limits.proposals }),
      source: Reason,
      approval: Approval,
    }),
    reply: Additions,
    errors,
    allow: ['tally_clerk', 'sponsor'],
  }),
};
