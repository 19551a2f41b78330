import fc from 'fast-check';
import type { Scored } from '../best/list-model.ts';
import type { GroupLimit, Limits } from '../limits.ts';
import type { FundingProblem } from '../problem.ts';
import { FUNDING_RULES } from '../problem.ts';

const group = fc.record({
  by: fc.constantFrom('track' as const, 'community' as const),
  id: fc.constantFrom('a', 'b'),
});
const limit = (count: number): fc.Arbitrary<GroupLimit> =>
  fc
    .tuple(group, fc.boolean(), fc.integer({ min: 0, max: count }), fc.integer({ min: 0, max: 40 }))
    .map(([{ by, id }, isCount, places, money]) => ({
      by,
      id,
      name: id,
      measure: isCount ? 'count' : 'amount',
      value: isCount ? places : money,
    }));

/** Small problems of every kind: up to two budgets, floors, caps, a count, a line, equal scores. */
export const problems: fc.Arbitrary<FundingProblem> = fc.integer({ min: 1, max: 2 }).chain((budgets) =>
  fc
    .record({
      rule: fc.constantFrom(...FUNDING_RULES),
      amounts: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: budgets, maxLength: budgets }),
      projects: fc.array(
        fc.record({
          score: fc.integer({ min: -1, max: 9 }),
          costs: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: budgets, maxLength: budgets }),
          share: fc.integer({ min: 0, max: 100 }),
          track: fc.constantFrom('a', 'b', null),
          community: fc.constantFrom('a', 'b', null),
        }),
        { maxLength: 7 },
      ),
      floors: fc.array(limit(2), { maxLength: 2 }),
      caps: fc.array(limit(3), { maxLength: 2 }),
      count: fc.option(fc.integer({ min: 0, max: 5 })),
      line: fc.option(fc.integer({ min: 0, max: 6 })),
    })
    .map(({ rule, amounts, projects, floors, caps, count, line }): FundingProblem => ({
      rule,
      limits: {
        budgets: amounts.map((amount, index) => ({ id: `b${index}`, name: `b${index}`, amount })),
        floors,
        caps,
        count,
      },
      projects: projects.map(({ score, costs, share, track, community }, index) => {
        const asked = costs.reduce((sum, cost) => sum + cost, 0);
        const minimum = Math.min(asked, Math.max(1, Math.ceil((asked * share) / 100)));
        return { id: `p${index}`, score: BigInt(score), costs, minimum, track, community };
      }),
      line: line === null ? null : BigInt(line),
      point: 1n,
      places: 0,
    })),
);

/** Every list of whole grants that keeps the limits, by trying all; the line is kept by the projects given. */
export function allLists(projects: readonly Scored[], limits: Limits): Scored[][] {
  return Array.from({ length: 2 ** projects.length }, (_, set) =>
    projects.filter((_project, index) => (set >> index) & 1),
  ).filter((list) => keeps(list, limits));
}

function keeps(list: readonly Scored[], { budgets, floors, caps, count }: Limits): boolean {
  const sum = (limit: GroupLimit) =>
    list
      .filter((project) => project[limit.by] === limit.id)
      .reduce(
        (total, { costs }) => total + (limit.measure === 'count' ? 1 : costs.reduce((a, b) => a + b, 0)),
        0,
      );
  return (
    (count === null || list.length <= count) &&
    budgets.every(
      ({ amount }, at) => list.reduce((total, { costs }) => total + (costs[at] ?? 0), 0) <= amount,
    ) &&
    floors.every((floor) => sum(floor) >= floor.value) &&
    caps.every((cap) => sum(cap) <= cap.value)
  );
}

export const totalOfScores = (list: readonly Scored[]): bigint =>
  list.reduce((sum, { score }) => sum + score, 0n);
