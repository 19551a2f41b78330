import type { MipEngine } from '../../solver/mip.ts';
import type { Scored } from '../best/list-model.ts';
import type { Column, Row } from '../best/rows.ts';
import { atLeast, atMost, linearModel, yesOrNo } from '../best/rows.ts';
import type { GroupLimit } from '../limits.ts';
import { requestedOf, totalOf, weightIn } from '../limits.ts';
import type { Rule, Ruled } from './rules.ts';
import { rulesOf } from './rules.ts';

/** A rule and what it would have to say instead: an amount, a count, or a line in units of scores. */
export type Change = { readonly rule: Rule; readonly to: bigint };

/**
 * The cheapest way out: changes of rules after which some list keeps them all, with the least sum of shares by which
 * each figure changes (a budget raised by 4 % costs less than a floor lowered from 2 to 1).
 *
 * @param mayChange the rules that may give way; among them all floors, so that there is a way out
 * @returns null: the time ran out
 */
export function cheapestRelaxation(
  ruled: Ruled,
  mayChange: (rule: Rule) => boolean,
  engine: MipEngine,
  secondsLeft: () => number,
): Change[] | null {
  const rules = rulesOf(ruled);
  const columns: Column[] = ruled.projects.map(() => yesOrNo(0));
  const rows = rules.flatMap((rule) => {
    if (!mayChange(rule)) return rowsOf(ruled, rule, null);
    columns.push({ objective: -priceOf(rule), upper: Infinity, isWhole: false });
    return rowsOf(ruled, rule, columns.length - 1);
  });
  const { values } = engine.solve(linearModel(columns, rows), { seconds: secondsLeft() });
  if (values === null) return null;
  const chosen = ruled.projects.filter((_project, index) => (values[index] ?? 0) > 0.5);
  return rules.flatMap((rule) => {
    const to = neededFor(rule, chosen);
    return to === null ? [] : [{ rule, to }];
  });
}

/** What changing a rule by one of its units is worth; a line counts in shares of itself. */
function priceOf(rule: Rule): number {
  switch (rule.kind) {
    case 'budget':
      return 1 / Math.max(rule.budget.amount, 1);
    case 'count':
      return 1 / Math.max(rule.count, 1);
    case 'line':
      return 1;
    default:
      return 1 / Math.max(rule.limit.value, 1);
  }
}

/** The rows of one rule, which the column `slack` eases; null: it is strict. */
function rowsOf({ projects }: Ruled, rule: Rule, slack: number | null): Row[] {
  const ease = (by: number): Row['terms'] => (slack === null ? [] : [[slack, by]]);
  const weights = (of: (project: Scored) => number): Row['terms'] =>
    projects.map((project, index) => [index, of(project)]);
  switch (rule.kind) {
    case 'budget':
      return [atMost(rule.budget.amount, [...weights(({ costs }) => costs[rule.at] ?? 0), ...ease(-1)])];
    case 'count':
      return [atMost(rule.count, [...weights(() => 1), ...ease(-1)])];
    case 'cap':
      return [atMost(rule.limit.value, [...weights(whole(rule.limit)), ...ease(-1)])];
    case 'floor':
      return [atLeast(rule.limit.value, [...weights(whole(rule.limit)), ...ease(1)])];
    case 'line': {
      const unit = Math.max(Math.abs(Number(rule.line)), 1);
      const below = [...projects.entries()].filter(([, { score }]) => score < rule.line);
      return below.map(([index, { score }]) =>
        atMost(0, [[index, Number(rule.line - score) / unit], ...ease(-1)]),
      );
    }
  }
}

const whole =
  (limit: GroupLimit) =>
  (project: Scored): number =>
    weightIn(limit, project, requestedOf(project));

/** What a rule would have to say for some projects to be granted; null: it allows them as it is. */
function neededFor(rule: Rule, chosen: readonly Scored[]): bigint | null {
  switch (rule.kind) {
    case 'budget': {
      const taken = totalOf(chosen.map(({ costs }) => costs[rule.at] ?? 0));
      return taken > rule.budget.amount ? BigInt(taken) : null;
    }
    case 'count':
      return chosen.length > rule.count ? BigInt(chosen.length) : null;
    case 'line': {
      const lowest = chosen.reduce((least, { score }) => (score < least ? score : least), rule.line);
      return lowest < rule.line ? lowest : null;
    }
    default: {
      const weight = totalOf(chosen.map(whole(rule.limit)));
      const isBroken = rule.kind === 'cap' ? weight > rule.limit.value : weight < rule.limit.value;
      return isBroken ? BigInt(weight) : null;
    }
  }
}
