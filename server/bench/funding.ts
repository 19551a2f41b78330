import { solveFunding } from '../../shared/funding/solve.ts';
import type { FundingProblem, FundingRule } from '../../shared/funding/problem.ts';
import { solverTools } from '../solver/tools.ts';

const RUNS = 5;
const SECONDS = 60;

type Size = { readonly projects: number; readonly budgets: number; readonly floors: boolean };

/** A case of one kind: a third of what is asked for can be paid, seven categories. */
function problemOf(rule: FundingRule, { projects, budgets, floors }: Size): FundingProblem {
  const next = draws();
  const list = Array.from({ length: projects }, (_, index) => {
    const costs = Array.from({ length: budgets }, () => 500 + (next() % 4500));
    const minimum = costs.reduce((sum, cost) => sum + cost, 0);
    const score = BigInt(6000 + (next() % 4000));
    return { id: `p${index}`, score, costs, minimum, track: `t${index % 7}`, community: null };
  });
  const floor = (id: string) => ({ by: 'track', id, name: id, measure: 'count', value: 2 }) as const;
  return {
    rule,
    projects: list,
    limits: {
      budgets: Array.from({ length: budgets }, (_, index) => ({
        id: `b${index}`,
        name: `b${index}`,
        amount: Math.floor(list.reduce((sum, { costs }) => sum + (costs[index] ?? 0), 0) / 3),
      })),
      floors: floors ? ['t0', 't1', 't2'].map(floor) : [],
      caps: [],
      count: null,
    },
    line: null,
    point: 100n,
    places: 0,
  };
}

/** The same numbers in every run (a linear congruential generator). */
function draws(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
}

async function medianSeconds(problem: FundingProblem): Promise<{ seconds: number; status: string }> {
  const times: number[] = [];
  let status = '';
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    ({ status } = await solveFunding(problem, false, solverTools(SECONDS)));
    times.push((performance.now() - start) / 1000);
  }
  return { seconds: times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN, status };
}

const cases: readonly [string, FundingRule, Size][] = [
  ['skip, 300 projects', 'skip', { projects: 300, budgets: 1, floors: false }],
  ['knapsack, 2000 projects', 'knapsack', { projects: 2000, budgets: 1, floors: false }],
  ['knapsack with floors, 300 projects', 'knapsack', { projects: 300, budgets: 1, floors: true }],
  ['knapsack under 5 budgets, 40 projects', 'knapsack', { projects: 40, budgets: 5, floors: false }],
];

/** Funding beside its yardstick, the county's own list: 34 projects down the ranks. */
export async function benchFunding(say: (line: string) => void): Promise<void> {
  const county = problemOf('stop', { projects: 34, budgets: 1, floors: false });
  const yardstick = await medianSeconds(county);
  say(`funding: stop, 34 projects = 1 (${(yardstick.seconds * 1000).toFixed(1)} ms)`);
  for (const [name, rule, size] of cases) {
    const { seconds, status } = await medianSeconds(problemOf(rule, size));
    say(`funding: ${name} = ${(seconds / yardstick.seconds).toFixed(1)} × (${status})`);
  }
}
