import type { RoundingMode } from '../numbers/round.ts';

/** Why a judge gave no mark: 回避, 离场, 声明未评, 未交表, 漏项. Absent is never 0. */
export const ABSENCES = ['recused', 'left', 'abstained', 'not_handed_in', 'incomplete'] as const;
export type Absence = (typeof ABSENCES)[number];

/** 退出答辩 (withdrawn) or 一票否决 (vetoed). */
export const EXCLUSIONS = ['withdrawn', 'vetoed'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Where the rules may round, in the order of computing. */
export const ROUNDING_PLACES = ['sheet', 'party', 'mean', 'factor', 'stage', 'total'] as const;
export type RoundingPlace = (typeof ROUNDING_PLACES)[number];

export const UNITS = ['sheet', 'criterion'] as const;
export type Unit = (typeof UNITS)[number];

export const COMBINATIONS = ['mean', 'median', 'sum'] as const;
export type Combination = (typeof COMBINATIONS)[number];

/** Numbers of criteria are decimal strings; `factor` may also be `n/d`. */
export type Criterion = {
  readonly id: string;
  readonly name?: string;
  /** Marked at this stage alone; absent: at every judged stage. */
  readonly stage?: string;
  /** Marked for entries of this track alone; absent: for every entry. */
  readonly track?: string;
  /** Default `0`. */
  readonly min?: string;
  /** Absent: unbounded. */
  readonly max?: string;
  /** Absent: any decimal. */
  readonly step?: string;
  /** Default `1`. */
  readonly factor?: string;
};

export type Judge = {
  readonly id: string;
  readonly name?: string;
  readonly party?: string;
};

export type Entry = {
  readonly id: string;
  readonly name?: string;
  readonly track?: string;
  /** Not ranked. */
  readonly excluded?: { readonly kind: Exclusion; readonly reason?: string };
};

/** What one judge said of one entry at one stage: marks by criterion id, or why there are none. */
export type Sheet = {
  readonly judge: string;
  readonly entry: string;
  readonly stage?: string;
  readonly marks?: Readonly<Record<string, string | null>>;
  readonly absent?: Absence;
};

/** 去掉几个最高分、几个最低分: only where at least `min_valid` valid ones exist. */
export type Trim = {
  readonly high: number;
  readonly low: number;
  readonly min_valid: number;
  readonly within?: 'panel' | 'party';
};

export type PartyWeight = {
  readonly id: string;
  readonly weight: string;
};

/** `percent`: the entry's share of all votes, times 100. `rank`: `table[place - 1]` points, 0 past its end. */
export type VoteRule =
  | { readonly by: 'percent'; readonly table?: null }
  | { readonly by: 'rank'; readonly table: readonly string[] };

export type Stage = {
  readonly id: string;
  readonly weight: string;
  /** Absent: a judged stage. */
  readonly votes?: VoteRule;
};

export type Rounding = {
  readonly at: RoundingPlace;
  readonly dp: number;
  readonly mode: RoundingMode;
};

export type TieRule =
  | 'untrimmed_mean'
  | 'median'
  | { readonly criterion: string }
  | { readonly stage: string }
  | { readonly party: string }
  | { readonly lot: readonly string[] }
  | { readonly decision: readonly string[] };

export type Rules = {
  readonly unit: Unit;
  readonly combine: Combination;
  readonly trim?: Trim | null;
  readonly parties?: readonly PartyWeight[] | null;
  /** The fewest valid ones a panel value may rest on; default 1. */
  readonly quorum?: number;
  readonly stages?: readonly Stage[] | null;
  /** Entries below it are flagged. */
  readonly line?: string | null;
  readonly round?: readonly Rounding[];
  readonly ties?: readonly TieRule[];
};

export type VoteCount = {
  readonly stage: string;
  readonly entry: string;
  readonly count: number;
};

export type Adjustment = {
  readonly entry: string;
  readonly points: string;
  readonly reason?: string;
};

/** `scorebook/1` as it stands in the file. */
export type ScorebookFile = {
  readonly format: 'scorebook/1';
  readonly criteria: readonly Criterion[];
  readonly judges: readonly Judge[];
  readonly entries: readonly Entry[];
  readonly sheets: readonly Sheet[];
  readonly rules: Rules;
  readonly votes?: readonly VoteCount[];
  readonly adjustments?: readonly Adjustment[];
};

declare const checked: unique symbol;

/** A scorebook without faults. Only `parseScorebook` makes one; its content is the file's, nothing filled in. */
export type Scorebook = ScorebookFile & { readonly [checked]: true };
