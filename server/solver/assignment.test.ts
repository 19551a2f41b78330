import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SolvedAssignment } from '../../shared/panels/assignment/model/answer.ts';
import { valueOf } from '../../shared/panels/assignment/model/panels.ts';
import { solveAssignment } from '../../shared/panels/assignment/solve.ts';
import { bruteForce } from '../../shared/panels/assignment/testing/brute-force.ts';
import type { QuotaKind } from '../../shared/panels/assignment/testing/random-file.ts';
import { problemOf, randomFile } from '../../shared/panels/assignment/testing/random-file.ts';
import { answerFaults } from '../../shared/panels/assignment/verify/answer-faults.ts';
import { loadEngine } from './highs.ts';

const engine = await loadEngine();
const tools = { loadEngine: () => Promise.resolve(engine), secondsLeft: () => 60 };

const cases: [QuotaKind, 'total' | 'fair'][] = [
  ['disjoint', 'total'],
  ['overlapping', 'total'],
  ['disjoint', 'fair'],
  ['overlapping', 'fair'],
];

describe('random problems, small enough to try every answer', () => {
  test.each(cases)(
    '%s quotas, %s → the earliest of the best, accepted by the verifier',
    async (quotas, objective) => {
      await fc.assert(
        fc.asyncProperty(randomFile([quotas], objective), async (file) => {
          const problem = problemOf(file);
          const expected = bruteForce(problem);
          const answer = await solveAssignment(problem, tools);
          expect(answer.status).toBe(expected === null ? 'infeasible' : 'optimal');
          if (expected === null || !('panels' in answer)) return;
          expect(answer.panels).toEqual(expected);
          expect(answerFaults(problem, answer)).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  );

  test.each(cases)(
    '%s quotas, %s, all digits of a double → the best within the bound it names',
    async (quotas, objective) => {
      await fc.assert(
        fc.asyncProperty(randomFile([quotas], objective, 'long'), async (file) => {
          const problem = problemOf(file);
          const expected = bruteForce(problem);
          const answer = await solveAssignment(problem, tools);
          expect('panels' in answer).toBe(expected !== null);
          if (expected === null || !('panels' in answer)) return;
          expect(answerFaults(problem, answer)).toEqual([]);
          const best = valueOf(problem, expected);
          if (answer.status === 'optimal') expect(valueOf(problem, answer.panels)).toEqual(best);
          else expect(heldAgainst(answer, best)).toEqual({ allowsBest: true, isNear: true });
        }),
        { numRuns: 100 },
      );
    },
  );
});

/** Whether the bounds of an answer allow the best, and how much it lacks to it as a share of the best total. */
function heldAgainst(
  { total, worst, bound, worstBound }: SolvedAssignment,
  best: ReturnType<typeof valueOf>,
) {
  const isFair = worstBound !== null;
  const lacking = isFair ? (best.worst ?? 0n) - (worst ?? 0n) : best.total - total;
  return {
    allowsBest: isFair ? worstBound >= (best.worst ?? 0n) : bound === null || bound >= best.total,
    isNear: Number(lacking) <= Number(best.total) * 1e-9,
  };
}
