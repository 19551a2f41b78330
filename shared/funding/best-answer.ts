import type { ExcludedProject, FundedAnswer } from './answer.ts';
import { optimumOf } from './answer.ts';
import type { BestList } from './best/best-list.ts';
import type { ListProblem, Scored } from './best/list-model.ts';
import { requestedOf } from './limits.ts';
import { inRankOrder, isBelow } from './problem.ts';
import type { FundingProblem } from './problem.ts';
import type { Purse } from './purse.ts';
import { obstacleTo, openPurse, pay } from './purse.ts';
import type { FloorOracle } from './rank/floor-oracle.ts';
import { allocateProjects, isGranted, meetsFloors, totalScore } from './ranked-answer.ts';

/**
 * The answer of `knapsack`; where the time ran out, the better of what was found and what `skip` gives, filled up;
 * null: neither keeps the floors.
 */
export function bestAnswer(
  problem: FundingProblem,
  list: ListProblem,
  best: BestList,
  oracle: FloorOracle,
): FundedAnswer | null {
  const found = best.list?.whole.flatMap((index) => list.projects[index] ?? []) ?? null;
  const isProven = best.status === 'optimal' && found !== null;
  const start = isProven ? found : betterOf(problem, found, oracle);
  if (start === null) return null;
  const { chosen, purse } = filled(problem, start, list.projects);
  const funded = new Set(chosen);
  return {
    status: isProven ? 'optimal' : 'feasible',
    funded: inRankOrder(chosen).map((project) => ({
      id: project.id,
      costs: project.costs,
      amount: requestedOf(project),
    })),
    score: totalScore(chosen),
    optimum: optimumOf(list, best),
    bound: best.bound,
    excluded: inRankOrder(problem.projects)
      .filter((project) => !funded.has(project))
      .map((project): ExcludedProject => {
        if (isBelow(problem.line, project)) return { id: project.id, cause: { kind: 'below_line' } };
        const obstacle = project.score > 0n ? obstacleTo(purse, project) : null;
        return { id: project.id, cause: { kind: 'not_best', obstacle } };
      }),
    prices: null,
  };
}

/** A list found in time, or that of `skip` if it scores more. */
function betterOf(problem: FundingProblem, found: Scored[] | null, oracle: FloorOracle): Scored[] | null {
  const granted = new Set(
    allocateProjects(problem, 'skip', oracle)
      .grants.filter(isGranted)
      .map(({ candidate: { id } }) => id),
  );
  if (!meetsFloors(problem, granted)) return found;
  const skipped = problem.projects.filter(({ id }) => granted.has(id));
  return found !== null && totalScore(found) >= totalScore(skipped) ? found : skipped;
}

/** A list with whatever else fits and is worth something, in rank order; a best list has no room for any. */
function filled(
  { limits }: FundingProblem,
  list: readonly Scored[],
  eligible: readonly Scored[],
): { chosen: Scored[]; purse: Purse } {
  const chosen = [...list];
  let purse = list.reduce<Purse>((rest, project) => pay(rest, project), openPurse(limits));
  for (const project of eligible) {
    if (project.score <= 0n || chosen.includes(project) || obstacleTo(purse, project) !== null) continue;
    chosen.push(project);
    purse = pay(purse, project);
  }
  return { chosen, purse };
}
