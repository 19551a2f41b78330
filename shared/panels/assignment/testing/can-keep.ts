import type { ClashRule } from '../model/clash.ts';
import type { AssignmentProblem } from '../model/problem.ts';

/** Whether some panels keep these rules, all others given up; tries all loads that can come about. Small problems only. */
export function canKeep(problem: AssignmentProblem, rules: readonly ClashRule[]): boolean {
  const { judges, proposals, need, min, max, quotas } = problem;
  const has = (wanted: ClashRule): boolean =>
    rules.some((rule) => JSON.stringify(rule) === JSON.stringify(wanted));
  let loads = new Set([judges.map(() => 0).join()]);
  for (const proposal of proposals.keys()) {
    const panels = subsets(judges.length).filter(
      (panel) =>
        (!has({ rule: 'need', proposal }) || panel.length === need[proposal]) &&
        panel.every((judge) => !has({ rule: 'conflict', judge, proposal })) &&
        quotas.every(
          (each, quota) =>
            !has({ rule: 'quota', quota }) ||
            panel.filter((judge) => each.holders[judge] === 1).length >= each.min,
        ),
    );
    loads = new Set(
      [...loads].flatMap((load) =>
        panels.map((panel) =>
          load
            .split(',')
            .map((count, judge) => Number(count) + Number(panel.includes(judge)))
            .join(),
        ),
      ),
    );
  }
  return [...loads].some((load) =>
    load
      .split(',')
      .every(
        (count, judge) =>
          (!has({ rule: 'min', judge }) || Number(count) >= (min[judge] ?? 0)) &&
          (!has({ rule: 'max', judge }) || Number(count) <= (max[judge] ?? 0)),
      ),
  );
}

const subsets = (count: number): number[][] =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (__, item) => item).filter((item) => (bits >> item) % 2 === 1),
  );
