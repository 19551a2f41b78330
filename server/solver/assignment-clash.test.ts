import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadEngine } from './highs.ts';
import type { Step } from '../../shared/panels/assignment/model/clash.ts';
import { rulesOf } from '../../shared/panels/assignment/model/clash.ts';
import type { AssignmentProblem } from '../../shared/panels/assignment/model/problem.ts';
import { canKeep } from '../../shared/panels/assignment/testing/can-keep.ts';
import type { QuotaKind } from '../../shared/panels/assignment/testing/random-file.ts';
import { problemOf, randomFile } from '../../shared/panels/assignment/testing/random-file.ts';
import { findClash } from '../../shared/panels/assignment/clash/find-clash.ts';

const engine = loadEngine();
const tools = { loadEngine: () => engine, secondsLeft: () => 60 };

/** The problem after a rule has given way. */
function given(problem: AssignmentProblem, { rule, change }: Step): AssignmentProblem {
  const by = (numbers: Int32Array, index: number): Int32Array =>
    numbers.map((value, at) => (at === index ? value + (change ?? 0) : value));
  switch (rule.rule) {
    case 'need':
      return { ...problem, need: by(problem.need, rule.proposal) };
    case 'min':
      return { ...problem, min: by(problem.min, rule.judge) };
    case 'max':
      return { ...problem, max: by(problem.max, rule.judge) };
    case 'conflict':
      return {
        ...problem,
        conflicts: problem.conflicts.filter(
          ({ judge, proposal }) => judge !== rule.judge || proposal !== rule.proposal,
        ),
      };
    case 'quota':
      return {
        ...problem,
        quotas: problem.quotas.map((quota, index) =>
          index === rule.quota ? { ...quota, min: quota.min + (change ?? 0) } : quota,
        ),
      };
  }
}

test.each<[QuotaKind]>([['disjoint'], ['overlapping']])(
  'random problems with %s quotas and no answer → rules that clash, not so without any one of them; ways out lead out',
  async (quotas) => {
    let clashes = 0;
    await fc.assert(
      fc.asyncProperty(randomFile([quotas], 'total'), async (file) => {
        const problem = problemOf(file);
        if (canKeep(problem, rulesOf(problem))) return;
        clashes += 1;
        const { rules, smallest, relaxations } = await findClash(problem, tools);
        expect(smallest).toBe(true);
        expect(canKeep(problem, rules)).toBe(false);
        expect(relaxations).not.toEqual([]);
        for (const rule of rules)
          expect({
            without: rule,
            keeps: canKeep(
              problem,
              rules.filter((other) => other !== rule),
            ),
          }).toEqual({
            without: rule,
            keeps: true,
          });
        for (const { steps } of relaxations) {
          const gone = steps.filter(({ change }) => change === null).map(({ rule }) => JSON.stringify(rule));
          const after = steps.filter(({ change }) => change !== null).reduce(given, problem);
          expect(
            canKeep(
              after,
              rulesOf(after).filter((rule) => !gone.includes(JSON.stringify(rule))),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(clashes).toBeGreaterThan(50);
  },
);
