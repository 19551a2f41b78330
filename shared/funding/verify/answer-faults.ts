import type { FundedAnswer, Optimum } from '../answer.ts';
import type { Scored } from '../best/list-model.ts';
import type { Limits } from '../limits.ts';
import type { FundingProblem } from '../problem.ts';
import type { Outcome } from './rank-faults.ts';
import { rankFaults } from './rank-faults.ts';
import type { Payment } from './spending.ts';
import { isWhole, limitFaults, spentUnder, takenFrom } from './spending.ts';

/**
 * Everything that is wrong with an answer to a `funding/1`; empty: it may be shown. Sums, limits, the rule and every
 * reason are found again from the problem alone; no solver is asked. That no list scores more than the optimum is the
 * solver's word; here it is a list that exists, with the score it says.
 */
export function answerFaults(problem: FundingProblem, answer: FundedAnswer): string[] {
  const all = new Map(problem.projects.map((project) => [project.id, project]));
  const ids = [...answer.funded, ...answer.excluded].map(({ id }) => id);
  if (ids.length !== all.size || !ids.every((id) => all.has(id)) || new Set(ids).size !== all.size)
    return ['not every project once'];
  const ranked = [...problem.projects].sort((a, b) => Number(b.score > a.score) - Number(b.score < a.score));
  const byRule =
    problem.rule === 'knapsack' ? bestFaults(problem, answer) : walkFaults(problem, answer, ranked);
  return [
    ...orderFaults(answer, ranked),
    ...amountFaults(answer),
    ...lineFaults(problem, answer),
    ...byRule,
    ...scoreFaults(problem, answer),
  ];
}

const paymentsOf = (problem: FundingProblem, { funded }: FundedAnswer): Payment[] =>
  problem.projects.flatMap((project) => {
    const grant = funded.find(({ id }) => id === project.id);
    return grant ? [{ project, costs: grant.costs }] : [];
  });

function orderFaults({ funded, excluded }: FundedAnswer, ranked: readonly Scored[]): string[] {
  const isInOrder = (list: readonly { id: string }[]) => {
    const places = list.map(({ id }) => ranked.findIndex((project) => project.id === id));
    return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
  };
  return isInOrder(funded) && isInOrder(excluded) ? [] : ['not in rank order'];
}

const amountFaults = ({ funded }: FundedAnswer): string[] =>
  funded.flatMap(({ id, costs, amount }) =>
    costs.reduce((sum, cost) => sum + cost, 0) === amount ? [] : [`${id}: the amount is not the sum`],
  );

function lineFaults({ projects, line }: FundingProblem, { funded, excluded }: FundedAnswer): string[] {
  return projects.flatMap(({ id, score }) => {
    const isBelow = line !== null && score < line;
    const saysSo = excluded.some((one) => one.id === id && one.cause.kind === 'below_line');
    const isFunded = funded.some((one) => one.id === id);
    return isBelow === saysSo && !(isBelow && isFunded) ? [] : [`${id}: not by the line`];
  });
}

/** `stop` and `skip`: the list told again, place by place. */
function walkFaults(problem: FundingProblem, answer: FundedAnswer, ranked: readonly Scored[]): string[] {
  const { rule } = problem;
  if (rule === 'knapsack') return [];
  const outcomes = ranked.flatMap((project, rank): Outcome[] => {
    const grant = answer.funded.find(({ id }) => id === project.id);
    if (grant) return [{ project, rank, costs: grant.costs, refusal: null }];
    const cause = answer.excluded.find(({ id }) => id === project.id)?.cause;
    if (cause === undefined || cause.kind === 'below_line') return [];
    return [{ project, rank, costs: null, refusal: cause.kind === 'not_best' ? null : cause }];
  });
  return rankFaults(problem.limits, { rule, trimLast: rule === 'stop', stopEnds: 'list' }, outcomes);
}

/** `knapsack`: whole grants, and nobody left out could simply be added. */
function bestFaults(problem: FundingProblem, answer: FundedAnswer): string[] {
  const { limits, projects } = problem;
  const payments = paymentsOf(problem, answer);
  const reasons = answer.excluded.flatMap(({ id, cause }) => {
    const project = projects.find((one) => one.id === id);
    if (project === undefined || cause.kind === 'below_line') return [];
    const isTrue = cause.kind === 'not_best' && isInTheWay(limits, payments, project, cause.obstacle);
    return isTrue ? [] : [`${id}: the reason is not true`];
  });
  const trimmed = payments.filter((payment) => !isWhole(payment));
  return [
    ...limitFaults(limits, payments),
    ...trimmed.map(({ project }) => `${project.id}: trimmed`),
    ...reasons,
  ];
}

type Obstacle = Extract<FundedAnswer['excluded'][number]['cause'], { kind: 'not_best' }>['obstacle'];

function isInTheWay(
  { budgets, caps, count }: Limits,
  payments: readonly Payment[],
  project: Scored,
  obstacle: Obstacle,
): boolean {
  if (obstacle === null) return project.score <= 0n;
  switch (obstacle.kind) {
    case 'count':
      return count !== null && payments.length >= count;
    case 'cap': {
      const left = obstacle.cap.value - spentUnder(obstacle.cap, payments);
      const asked = spentUnder(obstacle.cap, [{ project, costs: project.costs }]);
      return caps.includes(obstacle.cap) && obstacle.left === left && asked > left;
    }
    case 'budget': {
      const budget = budgets.indexOf(obstacle.budget);
      const left = obstacle.budget.amount - takenFrom(budget, payments);
      return budget >= 0 && obstacle.left === left && (project.costs[budget] ?? 0) > left;
    }
  }
}

function scoreFaults(problem: FundingProblem, answer: FundedAnswer): string[] {
  const { status, funded, score, optimum, bound } = answer;
  const ids = funded.map(({ id }) => id);
  const isBest = problem.rule === 'knapsack' && status === 'optimal';
  return [
    ...(sumOfScores(problem, ids) === score ? [] : ['the score is not the sum']),
    ...(bound >= score ? [] : ['the bound is below the score']),
    ...(optimum === null || bound === optimum.score ? [] : ['the bound is not the optimum']),
    ...(isBest && optimum?.score !== score ? ['the list is not the best'] : []),
    ...(optimum === null ? [] : optimumFaults(problem, optimum)),
  ];
}

function optimumFaults(problem: FundingProblem, { whole, trimmed, score }: Optimum): string[] {
  const ids = trimmed === null ? whole : [...whole, trimmed];
  const projects = problem.projects.filter(({ id }) => ids.includes(id));
  if (projects.length !== ids.length) return ['the optimum names a project twice, or none'];
  const left = problem.limits.budgets.map(
    ({ amount }, budget) =>
      amount -
      takenFrom(
        budget,
        projects.filter(({ id }) => id !== trimmed).map((project) => ({ project, costs: project.costs })),
      ),
  );
  const payments = projects.map((project) => ({
    project,
    costs: project.id === trimmed ? minimumWithin(project, left) : project.costs,
  }));
  return [
    ...limitFaults(problem.limits, payments).map((fault) => `optimum: ${fault}`),
    ...(trimmed !== null && problem.rule !== 'stop' ? ['optimum: trimmed'] : []),
    ...(projects.some((project) => problem.line !== null && project.score < problem.line)
      ? ['optimum: below the line']
      : []),
    ...(sumOfScores(problem, ids) === score ? [] : ['optimum: the score is not the sum']),
  ];
}

/** The minimum of a project out of what is left, budget by budget. */
function minimumWithin({ costs, minimum }: Scored, left: readonly number[]): number[] {
  let missing = minimum;
  return costs.map((asked, budget) => {
    const paid = Math.max(0, Math.min(asked, left[budget] ?? 0, missing));
    missing -= paid;
    return paid;
  });
}

const sumOfScores = ({ projects }: FundingProblem, ids: readonly string[]): bigint =>
  projects.reduce((sum, { id, score }) => (ids.includes(id) ? sum + score : sum), 0n);
