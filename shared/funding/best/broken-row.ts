import { requestedOf, totalOf, weightIn } from '../limits.ts';
import type { GroupLimit } from '../limits.ts';
import { takenBy } from './list-model.ts';
import type { List, ListProblem } from './list-model.ts';
import { atLeast, atMost } from './rows.ts';
import type { Row } from './rows.ts';

/**
 * Checks a list in integers: null if it keeps every limit, else a row that the list breaks and every right list
 * keeps. An engine works in doubles; what it calls a solution may be one unit over.
 *
 * @param trims columns of the trimmed projects
 */
export function brokenRow(problem: ListProblem, list: List, trims: ReadonlyMap<number, number>): Row | null {
  const { budgets, caps, floors, count } = problem.limits;
  const taken = takenBy(problem, list);
  const size = list.whole.length + (list.trimmed === null ? 0 : 1);
  if (
    budgets.some(({ amount }, budget) => (taken[budget] ?? 0) > amount) ||
    (count !== null && size > count) ||
    caps.some((cap) => weightOf(problem, list, cap) + trimmedWeight(problem, list, cap) > cap.value) ||
    !holdsTrimmed(problem, list, taken)
  )
    return notAll(list, trims);
  const lacking = floors.find((floor) => weightOf(problem, list, floor) < floor.value);
  return lacking ? oneMore(problem, list, lacking) : null;
}

const weightOf = ({ projects }: ListProblem, { whole }: List, limit: GroupLimit): number =>
  totalOf(
    whole.map((index) => {
      const project = projects[index];
      return project ? weightIn(limit, project, requestedOf(project)) : 0;
    }),
  );

function trimmedWeight({ projects }: ListProblem, { trimmed }: List, limit: GroupLimit): number {
  const project = trimmed === null ? undefined : projects[trimmed];
  return project ? weightIn(limit, project, project.minimum) : 0;
}

/** Whether the rest of the budgets holds the minimum of the trimmed project. */
function holdsTrimmed(
  { projects, limits }: ListProblem,
  { trimmed }: List,
  taken: readonly number[],
): boolean {
  const project = trimmed === null ? undefined : projects[trimmed];
  if (!project) return true;
  const held = limits.budgets.map(({ amount }, budget) =>
    Math.min(project.costs[budget] ?? 0, amount - (taken[budget] ?? 0)),
  );
  return totalOf(held) >= project.minimum;
}

/** Too much is too much with anything added, so at least one has to go. */
function notAll({ whole, trimmed }: List, trims: ReadonlyMap<number, number>): Row {
  const columns = [...whole, ...(trimmed === null ? [] : [trims.get(trimmed) ?? trimmed])];
  return atMost(
    columns.length - 1,
    columns.map((column) => [column, 1]),
  );
}

/** Too little stays too little with anything taken away, so one more of the group has to come. */
function oneMore({ projects }: ListProblem, { whole }: List, floor: GroupLimit): Row {
  const chosen = new Set(whole);
  const others = [...projects.entries()].filter(
    ([index, project]) => !chosen.has(index) && weightIn(floor, project, 1) > 0,
  );
  return atLeast(
    1,
    others.map(([index]) => [index, 1]),
  );
}
