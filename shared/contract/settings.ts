import Type from 'typebox';
import type { Static } from 'typebox';
import { Day, Mark, Money, Month, Name, Text, Time } from './common.ts';
import { limits } from './limits.ts';
import { DefenseSession } from './defense-session.ts';
import { closed, Id } from './route.ts';
import { Factor, Rubric } from './rubric.ts';

export { Criterion, CriterionGroup, Factor, Level, Rubric } from './rubric.ts';
export { DefenseSession as Session } from './defense-session.ts';

/** Everything about a competition that is set before the call and frozen with it. */

export const Track = closed({ id: Id, name: Name, description: Text(limits.shortText) });

export const Community = closed({
  id: Id,
  name: Name,
  /** A town-level place takes proposals that run in all communities at once. */
  level: Type.Enum(['community', 'town']),
  /** What the place tries out, e.g. 便民服务型. */
  task: Text(limits.shortText),
});

export const Party = closed({ id: Id, name: Name, seats: Type.Integer({ minimum: 1, maximum: 40 }) });

/** A relative weight: a plain decimal string, 0 to 9999. */
export const Weight = Type.String({ pattern: '^(0|[1-9][0-9]{0,3})(\\.[0-9]{1,4})?$' });

/** Public votes (大众投票): counted elsewhere and typed in; the judges' score and the votes each with its weight. */
export const VoteSettings = closed({
  judges: Factor,
  weight: Factor,
  /** `percent`: the share of all votes, times 100. `rank`: points by place, first place first; 0 past the end. */
  by: Type.Enum(['percent', 'rank']),
  table: Type.Array(Mark, { maxItems: 60 }),
});

/** What counts beside the judges' marks; shown only where it is switched on. */
export const BesideMarks = closed({
  votes: Type.Optional(VoteSettings),
  /** 加减分, each of at most so many points. */
  bonus: Type.Optional(closed({ most: Mark })),
});

/** The scoring rule in the words of `scorebook/1`, but for `beside`; checked as a whole by the scoring core before it is stored. */
export const ScoringRules = Type.Object(
  {
    unit: Type.Enum(['sheet', 'criterion']),
    combine: Type.Enum(['mean', 'median', 'sum']),
    trim: Type.Union([
      closed({
        high: Type.Integer({ minimum: 0, maximum: 10 }),
        low: Type.Integer({ minimum: 0, maximum: 10 }),
        min_valid: Type.Integer({ minimum: 1, maximum: 60 }),
        /** Among whom the highest and lowest are looked for; to be said where parties are weighted. */
        within: Type.Optional(Type.Enum(['panel', 'party'])),
      }),
      Type.Null(),
    ]),
    /** Weights of the parties' means, one for every party; absent: all judges alike. */
    parties: Type.Optional(
      Type.Array(closed({ id: Id, weight: Weight }), { minItems: 1, maxItems: limits.parties }),
    ),
    quorum: Type.Integer({ minimum: 1, maximum: 60 }),
    line: Type.Optional(Mark),
    round: Type.Array(
      closed({
        at: Type.Enum(['sheet', 'party', 'mean', 'factor', 'total']),
        dp: Type.Integer({ minimum: 0, maximum: 6 }),
        mode: Type.Enum(['half_up', 'half_even', 'down', 'up']),
      }),
      { maxItems: 5 },
    ),
    ties: Type.Array(
      Type.Union([Type.Enum(['untrimmed_mean', 'median']), closed({ criterion: Id }), closed({ party: Id })]),
      { maxItems: 8 },
    ),
    beside: Type.Optional(BesideMarks),
  },
  { additionalProperties: false },
);

/** At least or at most so many projects, or so much money in fen, for one category or one community. */
export const FundingLimit = closed({
  by: Type.Enum(['track', 'community']),
  id: Id,
  measure: Type.Enum(['count', 'amount']),
  value: Type.Integer({ minimum: 1, maximum: limits.money }),
});

/** A part of the pool for some categories; an empty list: for all that no other part names. */
export const FundingBudget = closed({
  id: Id,
  name: Name,
  amount: Money,
  tracks: Type.Array(Id, { maxItems: limits.tracks }),
});

export const FundingRules = closed({
  /** `stop`: down the ranks until the money is used up; `skip` passes over one that does not fit, only if the call said so. */
  rule: Type.Enum(['stop', 'skip']),
  trimLast: Type.Boolean(),
  /** Most projects to be funded; null: as far as the money reaches. */
  count: Type.Union([Type.Integer({ minimum: 1, maximum: limits.proposals }), Type.Null()]),
  /** Parts that the pool is divided into; absent or empty: one pool for all. */
  budgets: Type.Optional(Type.Array(FundingBudget, { maxItems: limits.tracks })),
  floors: Type.Optional(Type.Array(FundingLimit, { maxItems: limits.fundingLimits })),
  caps: Type.Optional(Type.Array(FundingLimit, { maxItems: limits.fundingLimits })),
});

export const MoneySettings = closed({
  pool: Money,
  ceiling: Money,
  floor: Money,
  source: Text(limits.shortText),
  perApplicant: Type.Integer({ minimum: 1, maximum: 20 }),
});

export const Timeline = closed({
  callOpens: Time,
  deadline: Time,
  correctionFrom: Time,
  correctionTo: Time,
  drawAt: Time,
  defenseDay: Day,
  place: Text(limits.shortText),
  presentMinutes: Type.Integer({ minimum: 1, maximum: 60 }),
  questionMinutes: Type.Integer({ minimum: 0, maximum: 60 }),
  changeMinutes: Type.Integer({ minimum: 0, maximum: 15 }),
  sessions: Type.Array(DefenseSession, { minItems: 1, maxItems: limits.sessions }),
  noticeFrom: Day,
  noticeTo: Day,
  projectFrom: Month,
  projectTo: Month,
});

export const Organization = closed({ name: Name, note: Text(limits.shortText) });

export const Contact = closed({
  office: Text(limits.shortText),
  phone: Text(32),
  hours: Text(limits.shortText),
});

export const Settings = closed({
  name: Name,
  shortName: Name,
  /** Printed on every paper when not empty, e.g. 演示数据·非真实公示. */
  mark: Text(limits.shortText),
  region: closed({ county: Name, town: Text(limits.name) }),
  sponsors: Type.Array(Organization, { minItems: 1, maxItems: 10 }),
  operator: Organization,
  contact: Contact,
  tracks: Type.Array(Track, { minItems: 1, maxItems: limits.tracks }),
  communities: Type.Array(Community, { minItems: 1, maxItems: limits.communities }),
  parties: Type.Array(Party, { minItems: 1, maxItems: limits.parties }),
  money: MoneySettings,
  timeline: Timeline,
  rubric: Rubric,
  scoring: ScoringRules,
  funding: FundingRules,
  budgetGuidance: Type.Array(Text(limits.shortText), { maxItems: 10 }),
});
export type Settings = Static<typeof Settings>;
export type FundingLimit = Static<typeof FundingLimit>;
export type FundingBudget = Static<typeof FundingBudget>;
export type ScoringRules = Static<typeof ScoringRules>;
export type BesideMarks = Static<typeof BesideMarks>;
export type VoteSettings = Static<typeof VoteSettings>;
