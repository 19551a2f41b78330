import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { OperationId, Time } from './common.ts';
import { closed, Id, route } from './route.ts';

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** A statistic; null where it is undefined. */
const Figure = Nullable(Type.Number());
/** Exact value as the scoring core writes it: canonical decimal, else `n/d`. */
const Exact = Type.String();
/** 评委1…n: a number drawn for the analysis, neither seat nor order of the panel. */
const JudgeNumber = Type.Integer({ minimum: 1 });

/** How well the panel's mean, or a single judge, tells projects apart. */
export const reliabilityWords = ['poor', 'moderate', 'good', 'excellent'] as const;
/** How far conclusions may rest on the agreement of the judges. */
export const alphaWords = ['unreliable', 'tentative', 'reliable'] as const;
/** How much more or less than the others a judge gives, in the same words both ways. */
export const severityWords = [
  'clearly_strict',
  'strict',
  'slightly_strict',
  'alike',
  'slightly_lenient',
  'lenient',
  'clearly_lenient',
] as const;
/** 稳 in every ranking without one judge, 稳落选 in none, 临界 else. */
export const standings = ['firm_in', 'borderline', 'firm_out'] as const;
export type ReliabilityWord = (typeof reliabilityWords)[number];
export type AlphaWord = (typeof alphaWords)[number];
export type SeverityWord = (typeof severityWords)[number];
export type Standing = (typeof standings)[number];

const Reliability = closed({ value: Figure, word: Nullable(Type.Enum([...reliabilityWords])) });

export const Agreement = closed({
  /** False: the variance between projects is estimated as 0, the panel has not told them apart. */
  distinguishes: Nullable(Type.Boolean()),
  /** Intraclass correlation of the mean of a panel of `judges`, and of one judge alone. */
  panel: Reliability,
  single: Reliability,
  /** From a complete table (Shrout & Fleiss), or from the estimated variances where judges are absent. */
  from: Type.Enum(['table', 'variances']),
  judges: Type.Number(),
  alpha: closed({ value: Figure, word: Nullable(Type.Enum([...alphaWords])) }),
  kendallW: Figure,
  variance: closed({ entry: Figure, judge: Figure, residual: Figure }),
});
export type Agreement = Static<typeof Agreement>;

export const QualityJudge = closed({
  judge: JudgeNumber,
  /** Totals of the complete sheets, ascending. */
  totals: Type.Array(Exact),
  median: Nullable(Exact),
  /** Points given more (positive) or less than the others. */
  effect: Figure,
  severity: Nullable(Type.Enum([...severityWords])),
  /** Uses less than half the range that judges usually use. */
  narrow: Type.Boolean(),
});
export type QualityJudge = Static<typeof QualityJudge>;

/** A sheet to look at again: a question, never a finding. */
export const OutlyingSheet = closed({
  judge: JudgeNumber,
  proposal: Id,
  total: Exact,
  /** Mean of the other judges' totals, and how far the sheet lies from it once every judge's severity is taken off. */
  others: Type.Number(),
  difference: Type.Number(),
});
export type OutlyingSheet = Static<typeof OutlyingSheet>;

export const QualityEntry = closed({
  proposal: Id,
  rank: Type.Integer(),
  score: Exact,
  /** By the plain mean of all valid sheets, nothing dropped. */
  plainRank: Nullable(Type.Integer()),
  plainScore: Nullable(Exact),
  /**
   * Valid marks of each criterion, ascending. `share` of the criterion's scale lies between the least and the
   * greatest, `wide` if that is a third or more: the judges see it differently.
   */
  marks: Type.Array(closed({ criterion: Id, marks: Type.Array(Exact), share: Figure, wide: Type.Boolean() })),
});
export type QualityEntry = Static<typeof QualityEntry>;

export const LineEntry = closed({
  proposal: Id,
  /** Ranks over the full panel and every ranking without one judge. */
  best: Nullable(Type.Integer()),
  worst: Nullable(Type.Integer()),
  /** In how many of the rankings without one judge it stands above the line. */
  kept: Type.Integer(),
  standing: Type.Enum([...standings]),
  /** Share of the panels drawn anew in which it stands above the line. */
  chance: Type.Number(),
});
export type LineEntry = Static<typeof LineEntry>;

/** The least change of one judge's totals that puts `up` above `down`; all null where none suffices. */
export const LineChange = closed({
  judge: JudgeNumber,
  points: Figure,
  down: Nullable(Id),
  up: Nullable(Id),
});
export type LineChange = Static<typeof LineChange>;

export const LineCertainty = closed({
  /** The line lies after this rank. */
  cut: Type.Integer(),
  tiedAtLine: Type.Boolean(),
  /** In rank order. */
  entries: Type.Array(LineEntry),
  /** By judge number. */
  changes: Type.Array(LineChange),
});
export type LineCertainty = Static<typeof LineCertainty>;

/** Projects of one score, or neighbours less than half a point of a hundred apart. */
export const CloseCall = closed({
  proposals: Type.Array(Id),
  gap: Exact,
  /** The line runs between them. */
  atLine: Type.Boolean(),
  /** The tie rules as they were put to equal scores, in their order. */
  steps: Type.Array(
    closed({
      rule: Type.String(),
      compared: Type.Array(closed({ proposal: Id, value: Nullable(Exact) })),
      /** The values are places in an order that was drawn or decided. */
      isOrder: Type.Boolean(),
      decided: Type.Boolean(),
    }),
  ),
  /** The panel's mean of each criterion, as tie rules compare it, by `proposals`. */
  criteria: Type.Array(closed({ criterion: Id, values: Type.Array(Nullable(Exact)) })),
});
export type CloseCall = Static<typeof CloseCall>;

export const QualityCriterion = closed({
  id: Id,
  name: Type.String(),
  min: Type.String(),
  max: Nullable(Type.String()),
});
export type QualityCriterion = Static<typeof QualityCriterion>;

/** What the analysis says of a result. No judge is named in it and no seat: numbers alone. */
export const Analysis = closed({
  agreement: Agreement,
  criteria: Type.Array(QualityCriterion),
  /** Full mark of a sheet; null: unbounded. */
  fullMark: Nullable(Exact),
  /** By judge number. */
  judges: Type.Array(QualityJudge),
  questions: Type.Array(OutlyingSheet),
  /** Ranked projects in rank order. */
  entries: Type.Array(QualityEntry),
  /** Whether the rule drops marks or takes another value than the mean, so that the plain mean differs in kind. */
  hasPlain: Type.Boolean(),
  /** Null: nobody is proposed for funding, or everybody. */
  line: Nullable(LineCertainty),
  close: Type.Array(CloseCall),
});
export type Analysis = Static<typeof Analysis>;

export const qualityStates = ['no_result', 'unsigned', 'closed', 'computing', 'open'] as const;

/** The internal analysis of the latest result, and who has opened it. */
export const Quality = closed({
  /** unsigned: sponsor and supervisor have not signed it. closed: signed, but not yet opened by this person. */
  state: Type.Enum([...qualityStates]),
  /** Of the result; 0 before the first. */
  version: Type.Integer(),
  openings: Type.Array(closed({ name: Type.String(), at: Time })),
  projects: Type.Array(closed({ proposal: Id, order: Type.Integer(), title: Type.String() })),
  /** Whether the list is confirmed; before that there is no line to look at. */
  hasList: Type.Boolean(),
  /** Whether those proposed for funding are the first ranks; if not, the line of the analysis is another. */
  followsRanks: Type.Boolean(),
  analysis: Nullable(Analysis),
});
export type Quality = Static<typeof Quality>;

const base = '/api/competitions/:competition/quality' as const;
const openers = ['sponsor', 'supervisor'] as const;

export const quality = {
  get: route({
    method: 'GET',
    path: base,
    summary: 'Internal quality analysis of the latest result, once signed and opened by the caller',
    reply: Quality,
    allow: openers,
  }),
  open: route({
    method: 'POST',
    path: `${base}/openings`,
    summary: 'Open the analysis in one’s own name; recorded in the ledger',
    body: closed({ operation: OperationId }),
    reply: Quality,
    errors: ['wrong_state', 'operation_reused'],
    allow: openers,
  }),
};
