import type { Rational } from '../numbers/rational.ts';
import type { PanelValue } from '../panel/panel-value.ts';
import type { JudgedStage, VotedStage, VoteValue } from '../table/types.ts';

/** How often each judge of the table counts; null: once. A panel without a judge has 0 there, a bootstrap also 2. */
export type Copies = Uint16Array | null;

/** Unit `criterion`: one criterion's way to its points. */
export interface CriterionPoints {
  /** Index in the stage's criteria. */
  readonly criterion: number;
  readonly panel: PanelValue;
  /** Panel value × factor, before and after rounding at `factor`; null without enough marks. */
  readonly scaled: Rational | null;
  readonly rounded: Rational | null;
}

export interface JudgedOutcome {
  readonly kind: 'judged';
  readonly stage: JudgedStage;
  /** Sheets with every mark (unit `criterion`: with at least one mark), as row numbers. */
  readonly validRows: readonly number[];
  /** Unit `sheet`; null with unit `criterion`. */
  readonly sheets: PanelValue | null;
  /** Unit `criterion`, those that apply to the entry; empty with unit `sheet`. */
  readonly criteria: readonly CriterionPoints[];
  /** The stage's points before its weight; null below the quorum. */
  readonly value: Rational | null;
}

export interface VotedOutcome {
  readonly kind: 'votes';
  readonly stage: VotedStage;
  readonly vote: VoteValue | null;
  readonly value: Rational | null;
}

export type StageOutcome = JudgedOutcome | VotedOutcome;

export interface EntryOutcome {
  readonly entry: number;
  readonly stages: readonly StageOutcome[];
  /** The fewest valid sheets of any judged stage; 0 where there is none. */
  readonly valid: number;
  /** What the rank compares; null where a stage has no value. */
  readonly value: Rational | null;
}
