import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SolvedAssignment } from '../../shared/panels/assignment/model/answer.ts';
import { fitTable } from '../../shared/panels/assignment/model/fit.ts';
import type { AssignmentProblem } from '../../shared/panels/assignment/model/problem.ts';
import { solveAssignment } from '../../shared/panels/assignment/solve.ts';
import { problemOf, randomFile } from '../../shared/panels/assignment/testing/random-file.ts';
import { answerFaults } from '../../shared/panels/assignment/verify/answer-faults.ts';
import { loadEngine } from './highs.ts';

const engine = await loadEngine();
const tools = { loadEngine: () => Promise.resolve(engine), secondsLeft: () => 60 };

/** Powers of two, one a cell: no two answers have the same total. */
function distinct(problem: AssignmentProblem): AssignmentProblem {
  const digits = problem.barred.reduce(
    (table, _, cell) => table.fill(2 ** cell, cell, cell + 1),
    new Float64Array(problem.barred.length),
  );
  const fit = fitTable({ digits, places: new Uint8Array(digits.length), long: new Map() }, 2 ** 30);
  return { ...problem, fit };
}

const withItem = <T>(items: readonly T[], at: number, item: T): T[] =>
  items.map((old, index) => (index === at ? item : old));
const withNumber = (numbers: Int32Array, at: number, value: number): Int32Array => {
  const copy = numbers.slice();
  copy[at] = value;
  return copy;
};

/** The answer with one fact changed, in every way there is. */
function changedAnswers(problem: AssignmentProblem, answer: SolvedAssignment): [string, SolvedAssignment][] {
  const { panels, total, worst, bound, worstBound } = answer;
  const others = panels.flatMap((panel, proposal) =>
    problem.judges.flatMap((_, judge): [string, SolvedAssignment][] => {
      const changed = panel.includes(judge)
        ? panel.filter((each) => each !== judge)
        : [...panel, judge].sort((a, b) => a - b);
      const swapped = panel.includes(judge)
        ? []
        : panel.map((__, seat) => withItem(panel, seat, judge).sort((a, b) => a - b));
      return [changed, ...swapped].map((each) => [
        `panel ${proposal}: ${each.join()}`,
        { ...answer, panels: withItem(panels, proposal, each) },
      ]);
    }),
  );
  return [
    ...others,
    ['a panel left out', { ...answer, panels: panels.slice(1) }],
    [
      'a judge nobody knows',
      { ...answer, panels: withItem(panels, 0, [...(panels[0]?.slice(1) ?? []), problem.judges.length]) },
    ],
    ['total', { ...answer, total: total + 1n }],
    ['worst', { ...answer, worst: (worst ?? 0n) - 1n }],
    ['bound below', { ...answer, bound: (bound ?? 0n) - 1n }],
    ['bound above, called optimal', { ...answer, bound: (bound ?? 0n) + 1n }],
    ['bound of the worst-off', { ...answer, worstBound: (worstBound ?? worst ?? 0n) - 1n }],
  ];
}

/** The problem with one fact changed so that the answer breaks it. */
function changedProblems(
  problem: AssignmentProblem,
  { panels }: SolvedAssignment,
): [string, AssignmentProblem][] {
  const judges = problem.judges.length;
  const load = (judge: number): number => panels.filter((panel) => panel.includes(judge)).length;
  return [
    ...panels.flatMap((panel, proposal): [string, AssignmentProblem][] => [
      [`need of ${proposal}`, { ...problem, need: withNumber(problem.need, proposal, panel.length + 1) }],
      ...panel.map((judge): [string, AssignmentProblem] => {
        const barred = problem.barred.slice();
        barred[proposal * judges + judge] = 1;
        return [`conflict ${judge}, ${proposal}`, { ...problem, barred }];
      }),
    ]),
    ...problem.judges.flatMap((_, judge): [string, AssignmentProblem][] => [
      [`min of ${judge}`, { ...problem, min: withNumber(problem.min, judge, load(judge) + 1) }],
      ...(load(judge) === 0
        ? []
        : [
            [`max of ${judge}`, { ...problem, max: withNumber(problem.max, judge, load(judge) - 1) }] as [
              string,
              AssignmentProblem,
            ],
          ]),
    ]),
    ...problem.quotas.map((quota, index): [string, AssignmentProblem] => [
      `quota ${quota.attribute}`,
      { ...problem, quotas: withItem(problem.quotas, index, { ...quota, min: problem.judges.length + 1 }) },
    ]),
  ];
}

test.each([['total'], ['fair']] as const)(
  '%s: one fact changed in the answer or in the problem → the verifier refuses it',
  async (objective) => {
    let solved = 0;
    await fc.assert(
      fc.asyncProperty(randomFile(['disjoint', 'overlapping'], objective), async (file) => {
        const problem = distinct(problemOf(file));
        const answer = await solveAssignment(problem, tools);
        if (!('panels' in answer)) return;
        solved += 1;
        expect(answerFaults(problem, answer)).toEqual([]);
        const accepted = [
          ...changedAnswers(problem, answer).filter(
            ([, changed]) => answerFaults(problem, changed).length === 0,
          ),
          ...changedProblems(problem, answer).filter(
            ([, changed]) => answerFaults(changed, answer).length === 0,
          ),
        ];
        expect(accepted.map(([what]) => what)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(solved).toBeGreaterThan(20);
  },
);

test('prices that prove less → refused', async () => {
  const problem = problemOf({
    format: 'assignment/1',
    judges: ['a', 'b'].map((id) => ({ id, min: 0, max: 1, attributes: [] })),
    proposals: [
      { id: 'p', judges: 1 },
      { id: 'q', judges: 1 },
    ],
    fit: [
      [5, 4],
      [4, 1],
    ],
    conflicts: [],
    quotas: [],
    objective: 'total',
  });
  const answer = await solveAssignment(problem, tools);
  if (!('panels' in answer) || answer.certificate === null) throw new Error('no answer');
  const certificate = { ...answer.certificate, prices: [0n, 0n] };
  expect(answerFaults(problem, { ...answer, certificate })).toEqual(['the certificate proves 9, not 8']);
});
