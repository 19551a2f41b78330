import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earliest } from '../flow/earliest.ts';
import { disjointGroups } from '../flow/groups.ts';
import { bruteForce } from '../testing/brute-force.ts';
import type { AssignmentFile } from '../testing/random-file.ts';
import { problemOf, randomFile } from '../testing/random-file.ts';
import { greatestFloor } from './single-judges.ts';

function assigned(file: AssignmentFile) {
  const problem = problemOf({ ...file, proposals: file.proposals.map(({ id }) => ({ id, judges: 1 })) });
  const groups = disjointGroups(problem) ?? new Int32Array();
  const open = problem.barred.map((barred) => 1 - barred);
  const best = greatestFloor(problem, groups, open, () => false);
  return { panels: best === null ? null : earliest(problem, groups, best), expected: bruteForce(problem) };
}

test('one judge each → the best worst-off proposal, then the total, then the earliest', () => {
  fc.assert(
    fc.property(randomFile(['disjoint'], 'fair'), (file) => {
      const { panels, expected } = assigned(file);
      expect(panels).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('an earlier answer of the same total leaves somebody worse off → not taken', () => {
  const { panels } = assigned({
    format: 'assignment/1',
    judges: [0, 0, 1].map((min, index) => ({ id: `j${index}`, min, max: 1, attributes: [] })),
    proposals: ['p', 'q'].map((id) => ({ id, judges: 1 })),
    fit: [
      [0, 2],
      [3, 0],
      [1, 0],
    ],
    conflicts: [],
    quotas: [],
    objective: 'fair',
  });
  expect(panels).toEqual([[2], [0]]);
});
