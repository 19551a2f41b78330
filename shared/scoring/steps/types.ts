import type { RoundingMode } from '../numbers/round.ts';
import type { Absence, Combination, RoundingPlace, TieRule, VoteRule } from '../scorebook/types.ts';

/** Where a step belongs: a stage, one criterion (unit `criterion`), one weighted party; absent where there is one. */
export type StepPlace = {
  readonly stage?: string;
  readonly criterion?: string;
  readonly party?: string;
};

/** A judge and an exact value: a sheet total or a mark. */
export type JudgeValue = {
  readonly judge: string;
  readonly value: string;
};

/** The valid values a panel value starts from, and who gave none. `value` of a sheet is after rounding at `sheet`. */
export type ValuesStep = StepPlace & {
  readonly step: 'values';
  readonly of: 'sheet' | 'criterion';
  readonly valid: number;
  readonly values: readonly (JudgeValue & { readonly exact?: string })[];
  readonly absent: readonly { readonly judge: string; readonly reason: Absence }[];
};

/** Below the quorum: no value, so no score and no rank. */
export type QuorumStep = StepPlace & {
  readonly step: 'quorum';
  readonly valid: number;
  readonly quorum: number;
};

/** What was dropped, and how many are left. Not applied: fewer than `min_valid` valid ones. */
export type TrimStep = StepPlace & {
  readonly step: 'trim';
  readonly applied: boolean;
  readonly valid: number;
  readonly min_valid: number;
  readonly high: readonly JudgeValue[];
  readonly low: readonly JudgeValue[];
  readonly kept: number;
};

/** Mean: `sum` ÷ `divisor`. Median: mean of the `divisor` values in the middle. Sum: `divisor` 1. */
export type CombineStep = StepPlace & {
  readonly step: 'combine';
  readonly by: Combination;
  readonly sum: string;
  readonly divisor: number;
  readonly value: string;
};

/** Σ weight × value / Σ weight over the parties present. */
export type PartiesStep = StepPlace & {
  readonly step: 'parties';
  readonly parts: readonly { readonly party: string; readonly weight: string; readonly value: string }[];
  readonly absent: readonly string[];
  readonly value: string;
};

export type RoundStep = StepPlace & {
  readonly step: 'round';
  readonly at: RoundingPlace;
  readonly dp: number;
  readonly mode: RoundingMode;
  readonly from: string;
  readonly to: string;
};

/** × the criterion's factor or the stage's weight. */
export type MultiplyStep = StepPlace & {
  readonly step: 'multiply';
  readonly by: 'factor' | 'weight';
  readonly from: string;
  readonly times: string;
  readonly value: string;
};

/** The sum over criteria or over stages. */
export type SumStep = StepPlace & {
  readonly step: 'sum';
  readonly of: 'criteria' | 'stages';
  readonly parts: readonly { readonly id: string; readonly value: string }[];
  readonly value: string;
};

/** A stage decided by votes; `count` null: none was entered. */
export type VotesStep = StepPlace & {
  readonly step: 'votes';
  readonly by: VoteRule['by'];
  readonly count: number | null;
  readonly all: number | null;
  readonly place: number | null;
  readonly value: string | null;
};

export type AdjustStep = {
  readonly step: 'adjust';
  readonly points: string;
  readonly reason: string | null;
  readonly value: string;
};

/** A tie rule put to all entries of one value; `value` null: an entry without such a value, so nothing is decided. */
export type TieStep = {
  readonly step: 'tie';
  readonly rule: TieRule;
  readonly compared: readonly { readonly entry: string; readonly value: string | null }[];
  readonly decided: boolean;
};

/** One step of a derivation; numbers are canonical decimals or `n/d`. In the order of computing. */
export type Step =
  | ValuesStep
  | QuorumStep
  | TrimStep
  | CombineStep
  | PartiesStep
  | RoundStep
  | MultiplyStep
  | SumStep
  | VotesStep
  | AdjustStep
  | TieStep;
