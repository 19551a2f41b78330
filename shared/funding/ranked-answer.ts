import type { FundedAnswer } from './answer.ts';
import { optimumOf } from './answer.ts';
import type { BestList } from './best/best-list.ts';
import type { ListProblem, Scored } from './best/list-model.ts';
import { requestedOf, totalOf, weightIn } from './limits.ts';
import { inRankOrder, isBelow } from './problem.ts';
import type { FundingProblem } from './problem.ts';
import { allocateByRank } from './rank/by-rank.ts';
import type { Allocation, Grant } from './rank/candidate.ts';
import type { FloorOracle } from './rank/floor-oracle.ts';

/** Money down the ranks; equal scores stand in the order given. Only the last before a `stop` is trimmed. */
export function allocateProjects(
  { projects, limits, line }: FundingProblem,
  rule: 'stop' | 'skip',
  oracle: FloorOracle,
): Allocation {
  const candidates = inRankOrder(projects).map((project, index) => ({
    ...project,
    rank: index + 1,
    belowLine: isBelow(line, project),
  }));
  return allocateByRank(limits, candidates, { rule, trimLast: rule === 'stop', stopEnds: 'list' }, oracle);
}

/** The answer of `stop` or `skip`, the best list beside it; null: the time ran out with a floor not met. */
export function rankedAnswer(
  problem: FundingProblem,
  { grants }: Allocation,
  list: ListProblem,
  best: BestList,
  isSure: boolean,
): FundedAnswer | null {
  const funded = grants.filter(isGranted);
  const ids = new Set(funded.map(({ candidate: { id } }) => id));
  const whole = funded.filter(({ cause }) => cause.kind === 'whole').map(({ candidate: { id } }) => id);
  if (!isSure && !meetsFloors(problem, new Set(whole))) return null;
  return {
    status: isSure ? 'optimal' : 'feasible',
    funded: funded.map(({ candidate: { id }, costs, amount }) => ({ id, costs, amount })),
    score: totalScore(problem.projects.filter(({ id }) => ids.has(id))),
    optimum: optimumOf(list, best),
    bound: best.bound,
    excluded: grants
      .filter((grant) => !isGranted(grant))
      .map(({ candidate: { id }, cause }) => ({ id, cause })),
    prices: null,
  };
}

/** A project that asks for nothing may be funded with nothing. */
export const isGranted = ({ cause }: Grant): boolean => cause.kind === 'whole' || cause.kind === 'trimmed';

/** Whether whole grants to some projects meet every floor. */
export const meetsFloors = ({ projects, limits }: FundingProblem, ids: ReadonlySet<string>): boolean =>
  limits.floors.every(
    (floor) =>
      totalOf(
        projects
          .filter(({ id }) => ids.has(id))
          .map((project) => weightIn(floor, project, requestedOf(project))),
      ) >= floor.value,
  );

export const totalScore = (projects: readonly Scored[]): bigint =>
  projects.reduce((sum, { score }) => sum + score, 0n);
