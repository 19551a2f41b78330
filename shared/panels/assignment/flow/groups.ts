import type { AssignmentProblem } from '../model/problem.ts';

/**
 * The quota that each judge counts for, by judge; -1: none. Null where some judge counts for several, so that the
 * problem is no flow.
 */
export function disjointGroups({ judges, quotas }: AssignmentProblem): Int32Array | null {
  const group = new Int32Array(judges.length).fill(-1);
  for (const [index, { holders }] of quotas.entries())
    for (let judge = 0; judge < judges.length; judge += 1) {
      if (holders[judge] !== 1) continue;
      if (group[judge] !== -1) return null;
      group[judge] = index;
    }
  return group;
}
