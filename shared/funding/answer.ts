import type { BestList } from './best/best-list.ts';
import type { ListProblem } from './best/list-model.ts';
import type { Amount } from './limits.ts';
import type { Clash } from './clash/clash.ts';
import type { Price } from './price.ts';
import type { Cause } from './rank/candidate.ts';
import type { Obstacle } from './purse.ts';

export type FundedProject = {
  readonly id: string;
  /** By budget. */
  readonly costs: readonly Amount[];
  readonly amount: Amount;
};

/** Why a project is not in the best list: what stands in its way there; null: it is worth nothing. */
export type NotBest = { readonly kind: 'not_best'; readonly obstacle: Obstacle | null };

export type ExcludedProject = { readonly id: string; readonly cause: Cause | NotBest };

/** A list of greatest total score by ids. */
export type Optimum = {
  readonly whole: readonly string[];
  readonly trimmed: string | null;
  readonly score: bigint;
};

/** What comes out of a `funding/1`. */
export type FundingAnswer =
  | {
      /** `feasible`: the time ran out before the list was certain. */
      readonly status: 'optimal' | 'feasible';
      /** In rank order. */
      readonly funded: readonly FundedProject[];
      readonly score: bigint;
      /** Null where the time ran out before one was proven. */
      readonly optimum: Optimum | null;
      /** No list scores more. */
      readonly bound: bigint;
      /** In rank order. */
      readonly excluded: readonly ExcludedProject[];
      /** Null unless asked for. */
      readonly prices: readonly Price[] | null;
    }
  | { readonly status: 'infeasible'; readonly clash: Clash }
  /** The time ran out before any list was found that keeps the rules. */
  | { readonly status: 'unknown' };

export type FundedAnswer = Extract<FundingAnswer, { funded: unknown }>;

/** The best list by ids, if it was proven to be one. */
export function optimumOf({ projects }: ListProblem, { status, list, score }: BestList): Optimum | null {
  if (status !== 'optimal' || list === null) return null;
  return {
    whole: list.whole.flatMap((index) => projects[index]?.id ?? []),
    trimmed: list.trimmed === null ? null : (projects[list.trimmed]?.id ?? null),
    score,
  };
}
