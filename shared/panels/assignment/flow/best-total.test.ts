import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueOf } from '../model/panels.ts';
import { bruteForce } from '../testing/brute-force.ts';
import type { FitKind } from '../testing/random-file.ts';
import { problemOf, randomFile } from '../testing/random-file.ts';
import { totalBound } from '../verify/price-bound.ts';
import { bestTotal } from './best-total.ts';
import { earliest } from './earliest.ts';
import { disjointGroups } from './groups.ts';

const never = () => false;

test.each<[FitKind]>([['short'], ['long']])(
  'random problems with %s fits, quotas disjoint → the earliest of the best of all answers, proven by the prices',
  (fits) => {
    fc.assert(
      fc.property(randomFile(['none', 'disjoint'], 'total', fits), (file) => {
        const problem = problemOf(file);
        const groups = disjointGroups(problem) ?? new Int32Array();
        const open = problem.barred.map((barred) => 1 - barred);
        const best = bestTotal(problem, groups, open, never);
        const expected = bruteForce(problem);
        expect(best === null).toBe(expected === null);
        if (best === null || expected === null) return;
        expect(best.proven).toBe(true);
        expect(earliest(problem, groups, best)).toEqual(expected);
        const certificate = {
          denominator: 1n,
          prices: best.prices,
          weights: problem.proposals.map(() => 1n),
        };
        expect(totalBound(problem, certificate, null)).toBe(valueOf(problem, expected).total);
      }),
      { numRuns: 1000 },
    );
  },
);
