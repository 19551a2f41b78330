import type { Scored } from './best/list-model.ts';
import type { Limits } from './limits.ts';

export const FUNDING_RULES = ['stop', 'skip', 'knapsack'] as const;
export type FundingRule = (typeof FUNDING_RULES)[number];

/** A checked `funding/1` (DESIGN §7) in integers, with what was left out filled in. */
export type FundingProblem = {
  readonly rule: FundingRule;
  /** In the order given. */
  readonly projects: readonly Scored[];
  readonly limits: Limits;
  /** Projects with a lower score get nothing; null: there is no line. */
  readonly line: bigint | null;
  /** A score of 1 point is this many units. */
  readonly point: bigint;
  /** Decimal places of money: an amount of 1 is 10^places units. */
  readonly places: number;
};

/** Best score first, equals in the order given. */
export const inRankOrder = <P extends { readonly score: bigint }>(projects: readonly P[]): P[] =>
  [...projects].sort((a, b) => (a.score > b.score ? -1 : a.score < b.score ? 1 : 0));

export const isBelow = (line: bigint | null, { score }: Scored): boolean => line !== null && score < line;

/** The projects that may be funded at all, best score first. */
export const eligibleProjects = ({ projects, line }: Pick<FundingProblem, 'projects' | 'line'>): Scored[] =>
  inRankOrder(projects.filter((project) => !isBelow(line, project)));
