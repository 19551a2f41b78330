import type { Clash } from './clash.ts';
import type { Panels } from './problem.ts';

/**
 * With these numbers anybody can prove a bound: no proposal gains by other judges at these prices, and what the judges
 * take in is most. All are numerators over `denominator`, in steps of the fit.
 */
export interface Certificate {
  readonly denominator: bigint;
  /** What one proposal costs at each judge; below 0 where a judge has to be given proposals. */
  readonly prices: readonly bigint[];
  /**
   * How much each proposal's total counts. For a bound of the sum of all totals every proposal counts at least 1, and
   * more where it is held at the worst-off total.
   */
  readonly weights: readonly bigint[];
}

export interface SolvedAssignment {
  /** `optimal`: proven the best; `feasible`: the best found in the time given. */
  readonly status: 'optimal' | 'feasible';
  readonly panels: Panels;
  /** The sum of all fits, in steps. */
  readonly total: bigint;
  /** The total of the worst-off proposal, in steps; null where there is no proposal. */
  readonly worst: bigint | null;
  /** No answer (for `fair`: none whose worst-off proposal is as well off) has a greater sum. Null: none is known. */
  readonly bound: bigint | null;
  /** For `fair`: no answer has a better worst-off proposal. */
  readonly worstBound: bigint | null;
  /** Proves `bound`; null where only the engine's word stands for it. */
  readonly certificate: Certificate | null;
}

export interface InfeasibleAssignment extends Clash {
  readonly status: 'infeasible';
}

/** The time was up before any answer that keeps all rules was found. */
export interface UnknownAssignment {
  readonly status: 'unknown';
}

export type AssignmentAnswer = SolvedAssignment | InfeasibleAssignment | UnknownAssignment;
