import type { FitTable } from './fit.ts';

interface Named {
  readonly id: string;
  /** What a sentence calls it; the id where no name was given. */
  readonly name: string;
}

/** Every proposal needs at least `min` judges with the attribute. */
export interface Quota {
  readonly attribute: string;
  readonly min: number;
  /** 1 for each judge who has it. */
  readonly holders: Uint8Array;
}

/** A checked `assignment/1` (DESIGN §7) by index: proposal p, judge j, cell p × judges + j. */
export interface AssignmentProblem {
  readonly judges: readonly Named[];
  readonly proposals: readonly Named[];
  /** Exactly so many judges for each proposal. */
  readonly need: Int32Array;
  /** Least and most proposals of each judge. */
  readonly min: Int32Array;
  readonly max: Int32Array;
  readonly fit: FitTable;
  /** Conflicts as they stand in the file. */
  readonly conflicts: readonly { readonly judge: number; readonly proposal: number }[];
  /** 1 for each cell with a conflict. */
  readonly barred: Uint8Array;
  /** Those that ask for somebody: `min` above 0. */
  readonly quotas: readonly Quota[];
  /** `fair`: the greatest total of the worst-off proposal, then the greatest total. */
  readonly objective: 'total' | 'fair';
}

/** The judges of each proposal, ascending, one proposal after the other. */
export type Panels = readonly (readonly number[])[];
