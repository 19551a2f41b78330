import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FundedAnswer } from '../../shared/funding/answer.ts';
import { rulesOf, withOnly } from '../../shared/funding/clash/rules.ts';
import { eligibleProjects } from '../../shared/funding/problem.ts';
import type { FundingProblem } from '../../shared/funding/problem.ts';
import { solveFunding } from '../../shared/funding/solve.ts';
import { allLists, problems, totalOfScores } from '../../shared/funding/testing/problems.ts';
import { answerFaults } from '../../shared/funding/verify/answer-faults.ts';
import { loadEngine } from './highs.ts';

const engine = await loadEngine();
const tools = { loadEngine: () => Promise.resolve(engine), secondsLeft: () => 60 };
const solve = (problem: FundingProblem) => solveFunding(problem, false, tools);
const runs = { numRuns: 300 };

test('any problem → an answer that the verifier accepts, as good as trying every list', async () => {
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      const answer = await solve(problem);
      const lists = allLists(eligibleProjects(problem), problem.limits);
      expect(answer.status).toBe(lists.length > 0 ? 'optimal' : 'infeasible');
      if (!('funded' in answer)) return;
      expect(answerFaults(problem, answer)).toEqual([]);
      const best = lists.map(totalOfScores).reduce((most, score) => (score > most ? score : most));
      if (problem.rule === 'stop') expect(answer.bound >= best && answer.bound >= answer.score).toBe(true);
      else expect(answer.optimum?.score).toBe(best);
      if (problem.rule === 'knapsack') expect(answer.score).toBe(best);
    }),
    runs,
  );
});

test('`skip` → of all lists the one that is first in rank order, place by place', async () => {
  await fc.assert(
    fc.asyncProperty(problems, async (one) => {
      const problem: FundingProblem = { ...one, rule: 'skip' };
      const answer = await solve(problem);
      if (!('funded' in answer)) return;
      const ranked = eligibleProjects(problem);
      const places = (ids: readonly string[]) =>
        ranked.map(({ id }) => (ids.includes(id) ? '1' : '0')).join('');
      const lists = allLists(ranked, problem.limits).map((list) => places(list.map(({ id }) => id)));
      expect(places(answer.funded.map(({ id }) => id))).toBe(lists.sort().at(-1));
    }),
    runs,
  );
});

test('the same problem → the same answer', async () => {
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      expect(await solve(problem)).toEqual(await solve(problem));
    }),
    { numRuns: 60 },
  );
});

test('rules that clash → no fewer do, and the change that is offered helps', async () => {
  let clashes = 0;
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      const answer = await solve(problem);
      if (answer.status !== 'infeasible') return;
      clashes += 1;
      const { rules, changes } = answer.clash;
      const all = rulesOf(problem);
      const holds = (some: typeof all) => {
        const { limits, ...rest } = withOnly(problem, some);
        return allLists(eligibleProjects({ ...rest }), limits).length > 0;
      };
      expect(holds([...rules])).toBe(false);
      const fewer = Array.from({ length: 2 ** all.length }, (_, set) =>
        all.filter((_rule, index) => (set >> index) & 1),
      ).filter((some) => some.length < rules.length);
      expect(fewer.every(holds)).toBe(true);
      expect((await solve(changed(problem, changes ?? []))).status).toBe('optimal');
    }),
    runs,
  );
  expect(clashes).toBeGreaterThan(0);
});

type Changes = readonly { readonly rule: ReturnType<typeof rulesOf>[number]; readonly to: bigint }[];

function changed(problem: FundingProblem, changes: Changes): FundingProblem {
  const to = (isIt: (rule: Changes[number]['rule']) => boolean) =>
    changes.find(({ rule }) => isIt(rule))?.to ?? null;
  const { budgets, floors, caps, count } = problem.limits;
  const limited = (limit: (typeof floors)[number]) => ({
    ...limit,
    value: Number(to((rule) => 'limit' in rule && rule.limit === limit) ?? limit.value),
  });
  const places = to(({ kind }) => kind === 'count');
  return {
    ...problem,
    line: to(({ kind }) => kind === 'line') ?? problem.line,
    limits: {
      budgets: budgets.map((budget) => ({
        ...budget,
        amount: Number(to((rule) => rule.kind === 'budget' && rule.budget === budget) ?? budget.amount),
      })),
      floors: floors.map(limited),
      caps: caps.map(limited),
      count: places === null ? count : Number(places),
    },
  };
}

/** One fact of an answer changed at a time. */
function mutations(answer: FundedAnswer): FundedAnswer[] {
  const { funded, excluded, optimum } = answer;
  return [
    { ...answer, score: answer.score + 1n },
    { ...answer, bound: answer.bound + 1n },
    ...(optimum ? [{ ...answer, optimum: { ...optimum, score: optimum.score + 1n } }] : []),
    ...funded.map((_, at) => ({ ...answer, funded: funded.filter((_one, index) => index !== at) })),
    ...excluded.map((_, at) => ({ ...answer, excluded: excluded.filter((_one, index) => index !== at) })),
    ...funded.flatMap((one, at) => [
      { ...answer, funded: funded.with(at, { ...one, amount: one.amount + 1 }) },
      ...one.costs.map((cost, budget) => ({
        ...answer,
        funded: funded.with(at, {
          ...one,
          costs: one.costs.with(budget, cost + 1),
          amount: one.amount + 1,
        }),
      })),
    ]),
    ...excluded.map((one, at) => ({
      ...answer,
      excluded: excluded.with(at, {
        ...one,
        cause: one.cause.kind === 'below_line' ? { kind: 'count' } : { kind: 'below_line' },
      }),
    })),
    ...(funded.length > 1 ? [{ ...answer, funded: [...funded].reverse() }] : []),
  ];
}

test('one fact changed → the verifier refuses the answer', async () => {
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      const answer = await solve(problem);
      if (!('funded' in answer)) return;
      for (const wrong of mutations(answer)) expect(answerFaults(problem, wrong)).not.toEqual([]);
    }),
    runs,
  );
});
