import type { Scored } from '../best/list-model.ts';
import type { Budget, GroupLimit, Limits } from '../limits.ts';

/** One rule of a problem by itself. */
export type Rule =
  | { readonly kind: 'floor' | 'cap'; readonly limit: GroupLimit }
  /** `at`: its place among the budgets. */
  | { readonly kind: 'budget'; readonly budget: Budget; readonly at: number }
  | { readonly kind: 'count'; readonly count: number }
  /** Projects with a lower score get nothing. */
  | { readonly kind: 'line'; readonly line: bigint };

/** What rules are about. */
export type Ruled = {
  readonly projects: readonly Scored[];
  readonly limits: Limits;
  readonly line: bigint | null;
};

/** All rules of a problem, floors first: without one nothing can clash. */
export const rulesOf = ({ limits: { budgets, floors, caps, count }, line }: Ruled): Rule[] => [
  ...floors.map((limit): Rule => ({ kind: 'floor', limit })),
  ...budgets.map((budget, at): Rule => ({ kind: 'budget', budget, at })),
  ...caps.map((limit): Rule => ({ kind: 'cap', limit })),
  ...(count === null ? [] : [{ kind: 'count', count } as const]),
  ...(line === null ? [] : [{ kind: 'line', line } as const]),
];

/** The problem with only some of its rules; a budget that is no rule is without end. */
export function withOnly({ projects, limits, line }: Ruled, rules: readonly Rule[]): Ruled {
  const kept = new Set(
    rules.map((rule) => (rule.kind === 'budget' ? rule.budget : 'limit' in rule ? rule.limit : rule.kind)),
  );
  return {
    projects,
    limits: {
      budgets: limits.budgets.map((budget) => (kept.has(budget) ? budget : { ...budget, amount: Infinity })),
      floors: limits.floors.filter((floor) => kept.has(floor)),
      caps: limits.caps.filter((cap) => kept.has(cap)),
      count: kept.has('count') ? limits.count : null,
    },
    line: kept.has('line') ? line : null,
  };
}
