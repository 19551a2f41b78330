import type { Amount, Budget, GroupLimit, Project } from '../limits.ts';
import type { Pot } from '../purse.ts';

/** A project with its place in the ranking. */
export type Candidate = Project & {
  /** Shared rank (1, 2, 2, 4); null: withdrawn, vetoed or without a score. */
  readonly rank: number | null;
  readonly belowLine: boolean;
};
export type Ranked = Candidate & { readonly rank: number };

/** How money goes down the ranks, as the call said. */
export type RankRule = {
  /** `stop` at the first that does not fit; `skip` passes over it. */
  readonly rule: 'stop' | 'skip';
  /** Whether the first that does not fit may get what is left. */
  readonly trimLast: boolean;
  /** Whether a stop ends the whole list or only what the short budgets pay for. */
  readonly stopEnds: 'list' | 'budget';
};

/** A budget that does not hold what a project asks of it. */
export type Shortage = {
  readonly budget: Budget;
  /** What the budget has left for it. */
  readonly left: Amount;
  readonly asked: Amount;
};

/** Why a project gets its amount, with the limits and figures that its sentence needs. */
export type Cause =
  | { readonly kind: 'whole' }
  /** Gets what is left after what `kept` needs. */
  | ({ readonly kind: 'trimmed'; readonly kept: readonly GroupLimit[] } & Shortage)
  | { readonly kind: 'unranked' | 'below_line' | 'after_stop' | 'after_tie' | 'count' }
  | { readonly kind: 'no_money'; readonly budget: Budget }
  | { readonly kind: 'cap'; readonly cap: GroupLimit; readonly left: number }
  /** What is left, of money or places, is kept for these floors. */
  | { readonly kind: 'held'; readonly floors: readonly GroupLimit[] }
  /** `belowMinimum`: trimming is allowed, but what is left is less than the project needs. */
  | ({ readonly kind: 'too_dear'; readonly belowMinimum: boolean } & Shortage)
  /** `rank` is shared by `size` projects, not all of which can be funded. */
  | { readonly kind: 'tie'; readonly rank: number; readonly size: number };

export type Grant = {
  readonly candidate: Candidate;
  /** By budget; zeros: not funded. */
  readonly costs: readonly Amount[];
  /** The sum of `costs`. */
  readonly amount: Amount;
  readonly cause: Cause;
};

export type Allocation = {
  /** One for each candidate, in the order given. */
  readonly grants: readonly Grant[];
  readonly total: Amount;
  readonly left: readonly Pot[];
  /** Projects with one shared rank at the line: who comes first decides who is funded. Empty: none. */
  readonly tiedAtLine: readonly string[];
};
