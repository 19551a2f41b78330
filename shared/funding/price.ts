import type { BestList } from './best/best-list.ts';
import { bestList } from './best/best-list.ts';
import type { Rule } from './clash/rules.ts';
import { rulesOf, withOnly } from './clash/rules.ts';
import { eligibleProjects } from './problem.ts';
import type { FundingProblem } from './problem.ts';
import type { Tools } from './tools.ts';

/** What one rule costs: the greatest total score without it. */
export type Price = { readonly rule: Rule; readonly without: BestList };

/** The price of every rule but the budgets, each left out by itself. */
export async function pricesOf(problem: FundingProblem, tools: Tools): Promise<Price[]> {
  const rules = rulesOf(problem);
  const priced = rules.filter(({ kind }) => kind !== 'budget');
  const prices: Price[] = [];
  for (const [index, rule] of priced.entries()) {
    const end = tools.secondsLeft() - tools.secondsLeft() / (priced.length - index);
    const secondsLeft = () => tools.secondsLeft() - end;
    const others = withOnly(
      problem,
      rules.filter((one) => one !== rule),
    );
    const without = await bestList(
      { projects: eligibleProjects(others), limits: others.limits, mayTrim: problem.rule === 'stop' },
      { ...tools, secondsLeft },
    );
    prices.push({ rule, without });
  }
  return prices;
}
