import type { Rational } from '../numbers/rational.ts';
import type { RoundingMode } from '../numbers/round.ts';
import type {
  Absence,
  Combination,
  Exclusion,
  RoundingPlace,
  TieRule,
  Trim,
  Unit,
  VoteRule,
} from '../scorebook/types.ts';
import type { Cells } from './cells.ts';

export type Roundings = Readonly<
  Partial<Record<RoundingPlace, { readonly dp: number; readonly mode: RoundingMode }>>
>;

export interface WeightedParty {
  readonly id: string;
  readonly weight: Rational;
}

/** The rules with every decimal read. */
export interface ExactRules {
  readonly unit: Unit;
  readonly combine: Combination;
  readonly trim: Trim | null;
  readonly parties: readonly WeightedParty[] | null;
  readonly quorum: number;
  readonly line: Rational | null;
  readonly round: Roundings;
  readonly ties: readonly TieRule[];
}

export interface TableJudge {
  readonly id: string;
  readonly party: string | null;
  /** Index in the weighted parties; 0 where none are weighted. */
  readonly partyIndex: number;
}

export interface TableEntry {
  readonly id: string;
  readonly track: string | null;
  readonly excluded: Exclusion | null;
  readonly adjustments: readonly { readonly points: Rational; readonly reason: string | null }[];
}

export interface StageCriterion {
  readonly id: string;
  readonly track: string | null;
  readonly factor: Rational;
}

/** The sheets of a judged stage, one row each, by entry; within an entry by weighted party, then by judge. */
export interface JudgedStage {
  readonly kind: 'judged';
  readonly id: string | null;
  readonly weight: Rational;
  readonly criteria: readonly StageCriterion[];
  /** The rows of entry e are `firstRow[e]` up to, not including, `firstRow[e + 1]`. */
  readonly firstRow: Int32Array;
  /** Judge index of each row. */
  readonly judge: Int32Array;
  /** Why a row has no marks. */
  readonly absent: readonly (Absence | null)[];
  /** Which criteria each entry is marked by, as indices. */
  readonly rubric: readonly (readonly number[])[];
  /** Marks, row by row, one cell per criterion of the stage. */
  readonly marks: Cells;
  /** 1 where the cell holds a mark, 0 where it is null or the criterion is not the entry's. */
  readonly given: Uint8Array;
  /** 1 where every criterion of the entry has a mark. */
  readonly complete: Uint8Array;
  /** 1 where the sheet counts: unit `sheet` if complete, unit `criterion` if any mark is given. */
  readonly valid: Uint8Array;
  /** Σ mark × factor of each complete row, exact. */
  readonly totals: Cells;
  /** The same after rounding at `sheet`. */
  readonly roundedTotals: Cells;
}

export interface VotedStage {
  readonly kind: 'votes';
  readonly id: string;
  readonly weight: Rational;
  readonly rule: VoteRule;
  /** Per entry; null: no count, or excluded. */
  readonly votes: readonly (VoteValue | null)[];
}

export interface VoteValue {
  readonly count: number;
  /** All votes for ranked entries. */
  readonly all: number;
  /** Place by votes, 1, 2, 2, 4. */
  readonly place: number;
  readonly value: Rational;
}

export type TableStage = JudgedStage | VotedStage;

/** A scorebook read into exact numbers, ready to be ranked again and again with other panels. */
export interface Table {
  readonly rules: ExactRules;
  readonly judges: readonly TableJudge[];
  readonly entries: readonly TableEntry[];
  readonly stages: readonly TableStage[];
}
