import type { LinearModel } from '../../solver/mip.ts';
import type { Amount, GroupLimit, Limits, Project } from '../limits.ts';
import { requestedOf, totalOf, weightIn } from '../limits.ts';
import type { Column, Row } from './rows.ts';
import { atLeast, atMost, inLowestTerms, linearModel, yesOrNo } from './rows.ts';

/** A project with what funding it is worth: an integer, points over a denominator common to all. */
export type Scored = Project & { readonly score: bigint };

/** Which list of projects has the greatest total score? */
export type ListProblem = {
  readonly projects: readonly Scored[];
  readonly limits: Limits;
  /** Whether one project may be trimmed, to no less than its minimum; it does not count towards a floor. */
  readonly mayTrim: boolean;
};

/** Positions of the projects granted whole, and of the one trimmed. */
export type List = { readonly whole: readonly number[]; readonly trimmed: number | null };

export type ListModel = {
  readonly model: LinearModel;
  /** Column of a trimmed project by its position; one column for each budget follows. Whole ones come first. */
  readonly trims: ReadonlyMap<number, number>;
  /** What 1 of the model's objective comes to in scores. */
  readonly unit: number;
};

/**
 * The problem as a mixed-integer programme.
 *
 * @param cuts rows that exclude lists found wrong before
 */
export function listModel(problem: ListProblem, cuts: readonly Row[]): ListModel {
  const { projects, limits } = problem;
  const unit = objectiveUnit(projects);
  const columns: Column[] = projects.map(({ score }) => yesOrNo(Number(score) / unit));
  const trims = new Map<number, number>();
  const trimRows: Row[] = [];
  for (const [index, project] of projects.entries()) {
    if (!problem.mayTrim || !isTrimmable(project)) continue;
    const at = columns.length;
    trims.set(index, at);
    columns.push(yesOrNo(Number(project.score) / unit));
    for (const cost of project.costs) columns.push({ objective: 0, upper: cost, isWhole: false });
    trimRows.push(...trimmedCosts(project, index, at));
  }
  if (trims.size > 0) trimRows.push(atMost(1, ones([...trims.values()])));
  const rows = [...limitRows(projects, limits, trims), ...trimRows];
  return { model: linearModel(columns, [...rows.map(inLowestTerms), ...cuts]), trims, unit };
}

export const isTrimmable = (project: Project): boolean => project.minimum < requestedOf(project);

const ones = (columns: readonly number[]): Row['terms'] => columns.map((column) => [column, 1]);

/** Scores that a double holds exactly stay integers; others are brought near 1, as engines like it. */
function objectiveUnit(projects: readonly Scored[]): number {
  const largest = projects.reduce((most, { score }) => Math.max(most, Math.abs(Number(score))), 1);
  return largest * projects.length <= 1e12 ? 1 : largest / 1e6;
}

/** What a trimmed project gets: at most its costs, at least its minimum, and not beside a whole grant. */
function trimmedCosts(project: Scored, index: number, at: number): Row[] {
  return [
    atMost(1, ones([index, at])),
    ...project.costs.map((cost, budget) =>
      atMost(0, [
        [at + 1 + budget, 1],
        [at, -cost],
      ]),
    ),
    atLeast(0, [...ones(costColumns(project, at)), [at, -project.minimum]]),
  ];
}

/** The columns that sum up to the amount of a trimmed project. */
const costColumns = (project: Project, at: number): number[] =>
  project.costs.map((_cost, budget) => at + 1 + budget);

function limitRows(projects: readonly Scored[], limits: Limits, trims: ListModel['trims']): Row[] {
  const whole = (limit: GroupLimit): Row['terms'] =>
    projects.map((project, index) => [index, weightIn(limit, project, requestedOf(project))]);
  const trimmed = (limit: GroupLimit): Row['terms'] =>
    [...trims].flatMap(([index, at]) => {
      const project = projects[index];
      if (project === undefined || weightIn(limit, project, 1) === 0) return [];
      return ones(limit.measure === 'count' ? [at] : costColumns(project, at));
    });
  const { budgets, caps, floors, count } = limits;
  return [
    ...(count === null ? [] : [atMost(count, ones([...projects.keys(), ...trims.values()]))]),
    ...budgets.map(({ amount }, budget) =>
      atMost(amount, [
        ...projects.map(({ costs }, index): [number, number] => [index, costs[budget] ?? 0]),
        ...ones([...trims.values()].map((at) => at + 1 + budget)),
      ]),
    ),
    ...caps.map((cap) => atMost(cap.value, [...whole(cap), ...trimmed(cap)])),
    ...floors.map((floor) => atLeast(floor.value, whole(floor))),
  ];
}

/** The total score of a list. */
export const scoreOf = ({ projects }: ListProblem, { whole, trimmed }: List): bigint =>
  [...whole, ...(trimmed === null ? [] : [trimmed])].reduce(
    (sum, index) => sum + (projects[index]?.score ?? 0n),
    0n,
  );

/** By budget: what a list takes, the trimmed one aside. */
export const takenBy = ({ projects, limits }: ListProblem, { whole }: List): Amount[] =>
  limits.budgets.map((_budget, budget) => totalOf(whole.map((index) => projects[index]?.costs[budget] ?? 0)));
