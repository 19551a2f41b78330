import type { FundingAnswer } from './answer.ts';
import { bestAnswer } from './best-answer.ts';
import { bestList } from './best/best-list.ts';
import { engineOracle } from './best/engine-oracle.ts';
import type { EngineOracle } from './best/engine-oracle.ts';
import type { ListProblem } from './best/list-model.ts';
import { canBeKept, clashingRules } from './clash/clash.ts';
import { cheapestRelaxation } from './clash/relaxation.ts';
import { rulesOf } from './clash/rules.ts';
import { pricesOf } from './price.ts';
import { eligibleProjects } from './problem.ts';
import type { FundingProblem } from './problem.ts';
import { allocateProjects, rankedAnswer } from './ranked-answer.ts';
import type { Tools } from './tools.ts';

/**
 * Answers a `funding/1` (DESIGN §7): who is funded by its rule, the greatest total score any list could reach, and
 * why each of the others is not. No list: the fewest rules that clash, with the cheapest way out.
 *
 * @param wantsPrices whether to find what each rule but the budgets costs in score
 */
export async function solveFunding(
  problem: FundingProblem,
  wantsPrices: boolean,
  tools: Tools,
): Promise<FundingAnswer> {
  const asked = problem.limits.floors.length === 0 ? noFloors : await asksEngine(tools);
  if (!canBeKept(problem, asked.oracle)) return clashOf(problem, asked, tools);
  const list: ListProblem = {
    projects: eligibleProjects(problem),
    limits: problem.limits,
    mayTrim: problem.rule === 'stop',
  };
  const ranked = problem.rule === 'knapsack' ? null : allocateProjects(problem, problem.rule, asked.oracle);
  const best = await bestList(list, wantsPrices ? halfOf(tools) : tools);
  const answer =
    ranked === null
      ? bestAnswer(problem, list, best, asked.oracle)
      : rankedAnswer(problem, ranked, list, best, asked.isSure());
  if (answer === null) return { status: 'unknown' };
  return { ...answer, prices: wantsPrices ? await pricesOf(problem, tools) : null };
}

const noFloors: EngineOracle = { oracle: () => true, isSure: () => true };

async function asksEngine(tools: Tools): Promise<EngineOracle> {
  return engineOracle(await tools.loadEngine(), tools.secondsLeft);
}

function halfOf(tools: Tools): Tools {
  const half = tools.secondsLeft() / 2;
  return { ...tools, secondsLeft: () => tools.secondsLeft() - half };
}

async function clashOf(problem: FundingProblem, asked: EngineOracle, tools: Tools): Promise<FundingAnswer> {
  if (!asked.isSure()) return { status: 'unknown' };
  const rules = clashingRules(problem, asked) ?? rulesOf(problem);
  const changes = cheapestRelaxation(problem, () => true, await tools.loadEngine(), tools.secondsLeft);
  return { status: 'infeasible', clash: { rules, changes } };
}
