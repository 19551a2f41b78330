import type { Amount, GroupLimit, Limits, Project } from './limits.ts';
import { totalOf, weightIn } from './limits.ts';
import { inYuan, limitWords } from './words.ts';

/** An amount for a project, by budget; zeros: none. */
export type Given = { readonly project: Project; readonly costs: readonly Amount[] };

/** How a list stands to one of its limits: in words, and whether it keeps it. */
export type LimitState = { readonly isKept: boolean; readonly text: string };

/** Every part of the pool, every floor and every cap, with what a list comes to. The pool as a whole is left out. */
export function limitStates({ budgets, floors, caps }: Limits, given: readonly Given[]): LimitState[] {
  const granted = given.filter(({ costs }) => totalOf(costs) > 0);
  const group = (kind: 'floor' | 'cap') => (limit: GroupLimit) => {
    const sum = totalOf(granted.map(({ project, costs }) => weightIn(limit, project, totalOf(costs))));
    const isKept = kind === 'floor' ? sum >= limit.value : sum <= limit.value;
    const now = limit.measure === 'count' ? `${sum}个` : inYuan(sum);
    return { isKept, text: `${limitWords(kind, limit, inYuan)}，名单中${now}` };
  };
  return [
    ...(budgets.length < 2 ? [] : budgets).map(({ name, amount }, index) => {
      const sum = totalOf(granted.map(({ costs }) => costs[index] ?? 0));
      return { isKept: sum <= amount, text: `${name}${inYuan(amount)}，名单中${inYuan(sum)}` };
    }),
    ...floors.map(group('floor')),
    ...caps.map(group('cap')),
  ];
}

/** The limits that a list breaks, in words. */
export const brokenLimits = (limits: Limits, given: readonly Given[]): string[] =>
  limitStates(limits, given)
    .filter(({ isKept }) => !isKept)
    .map(({ text }) => text);
