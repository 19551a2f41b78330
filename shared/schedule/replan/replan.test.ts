import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSchedule } from '../file/parse.ts';
import type { ScheduleModel } from '../model.ts';
import { solveSchedule } from '../solve.ts';
import type { LotSmall } from '../testing/lot-small.ts';
import { lotSmallFile } from '../testing/lot-small.ts';
import { smallModels } from '../testing/random-model.ts';
import { brokenRules } from '../verify/broken-rules.ts';
import type { ReplanFact } from './facts.ts';
import type { NumberedPlacement } from './plan.ts';
import { replanFaults } from './replan-faults.ts';
import { replanModel, slotOrder } from './replan-model.ts';
import type { ReplanTask } from './replan.ts';
import { replan } from './replan.ts';
import { toTell } from './tell.ts';

const fixture = JSON.parse(
  readFileSync(new URL('../../../fixtures/schedule/lot-small.json', import.meta.url), 'utf8'),
) as LotSmall;

test('a late team of the public lot → the one re-plan that moves the fewest, then the shortest way', () => {
  const parsed = parseSchedule(lotSmallFile(fixture));
  if (!parsed.ok) throw new Error('the fixture is no schedule/1');
  const { late_proposal, late_ngo_available, expected_min_moves, expected_schedule } = fixture.replan;
  const model: ScheduleModel = {
    ...parsed.model,
    proposals: parsed.model.proposals.map((each) =>
      each.id === late_proposal
        ? { ...each, open: [{ day: 'd1', slots: [2, ...late_ngo_available] }] }
        : each,
    ),
  };
  const plan = Object.entries(fixture.expected.lexicographic_schedule).map(
    ([proposal, slot], index): NumberedPlacement => {
      const panel = fixture.data.panels.A?.includes(proposal) === true ? 'A' : 'B';
      return { proposal, day: 'd1', slot, room: `room-${panel}`, judges: { panel }, number: index + 1 };
    },
  );
  const from = { day: 'd1', slot: late_ngo_available[0] ?? 0 };
  const facts: ReplanFact[] = [{ kind: 'late', proposal: late_proposal, from }];
  const task: ReplanTask = { model, plan, now: { day: 'd1', slot: 2 }, announced: [], facts };
  const result = replan(task);
  expect(replanFaults(task, result)).toEqual([]);
  expect(result.proven).toBe(true);
  expect(result.moved).toHaveLength(expected_min_moves);
  expect(Object.fromEntries(result.placements.map(({ proposal, slot }) => [proposal, slot]))).toEqual(
    expected_schedule,
  );
  expect(toTell(model, plan, facts, result).map(({ who }) => who)).toEqual([
    { kind: 'team', proposal: 'P4' },
    { kind: 'judge', judge: 'A' },
  ]);
});

/** [dropped, moved, shift, seats] of the best re-plan, by trying every plan. */
function bestByTrying(task: ReplanTask): number[] {
  const after = replanModel(task.model, task.plan, task.now, new Set(task.announced), task.facts);
  const order = slotOrder(task.model);
  const old = task.plan.filter(({ proposal }) => !after.gone.has(proposal));
  const past = old.filter(({ proposal }) => after.past.has(proposal));
  const free = old.filter(({ proposal }) => !after.past.has(proposal));
  let best: number[] | null = null;
  const visit = (plan: readonly NumberedPlacement[], cost: readonly number[]): void => {
    const next = free[plan.length - past.length + (cost[0] ?? 0)];
    if (best !== null && compare(cost, best) > 0) return;
    const rules = brokenRules(plan, after.model);
    if (plan.some(({ proposal }, index) => !after.past.has(proposal) && (rules[index] ?? []).length > 0))
      return;
    if (next === undefined) {
      best = [...cost];
      return;
    }
    for (const { id: day, slots } of after.model.days)
      for (let slot = 1; slot <= slots; slot += 1)
        for (const { id: room } of after.model.rooms) {
          const stays = day === next.day && slot === next.slot && room === next.room;
          if (after.frozen.has(next.proposal) && !stays) continue;
          const roles = after.model.proposals.find(({ id }) => id === next.proposal)?.roles ?? [];
          const panels = roles.reduce<Record<string, string>[]>(
            (found, { role, eligible }) =>
              found.flatMap((one) => eligible.map((judge) => ({ ...one, [role]: judge }))),
            [{}],
          );
          for (const judges of panels) {
            const seats = Object.keys(judges).filter((role) => judges[role] !== next.judges[role]).length;
            const shift = Math.abs(order({ day, slot }) - order(next));
            const more = [0, stays ? 0 : 1, shift, seats];
            visit(
              [...plan, { ...next, day, slot, room, judges }],
              cost.map((each, index) => each + (more[index] ?? 0)),
            );
          }
        }
    if (!after.frozen.has(next.proposal))
      visit(plan, [(cost[0] ?? 0) + 1, (cost[1] ?? 0) + 1, cost[2] ?? 0, cost[3] ?? 0]);
  };
  visit(past, [0, 0, 0, 0]);
  return best ?? [];
}

function compare(one: readonly number[], two: readonly number[]): number {
  const index = one.findIndex((each, position) => each !== two[position]);
  return index < 0 ? 0 : (one[index] ?? 0) - (two[index] ?? 0);
}

const moment = fc.constantFrom(
  { day: 'd1', slot: 1 },
  { day: 'd1', slot: 2 },
  { day: 'd1', slot: 3 },
  { day: 'd2', slot: 1 },
);
const facts = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('late' as const),
      proposal: fc.constantFrom('p1', 'p2', 'p3'),
      from: moment,
    }),
    fc.record({
      kind: fc.constantFrom('absent' as const, 'withdrawn' as const),
      proposal: fc.constantFrom('p1', 'p4'),
    }),
    fc.record({
      kind: fc.constant('judge_absent' as const),
      judge: fc.constantFrom('j1', 'j2'),
      from: moment,
    }),
  ),
  { minLength: 1, maxLength: 2 },
);

test('any plan and facts → the verifier accepts it, and trying every plan finds none with less change', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(smallModels, facts, moment, fc.boolean(), async (model, happened, now, announce) => {
      const { placements } = await solveSchedule(model, { loadEngine: null, secondsLeft: () => 60 });
      const plan = placements.map((placement, index) => ({ ...placement, number: index + 1 }));
      const order = slotOrder(model);
      const later = happened.map((fact) =>
        fact.kind === 'judge_absent' && order(fact.from) < order(now) ? { ...fact, from: now } : fact,
      );
      const announced = announce ? plan.slice(0, 1).map(({ proposal }) => proposal) : [];
      const task: ReplanTask = { model, plan, now, announced, facts: later };
      const result = replan(task);
      expect(replanFaults(task, result)).toEqual([]);
      const tried = bestByTrying(task);
      if (!result.proven || tried.length === 0) return;
      const shift = result.moved.reduce(
        (sum, { from, to }) => sum + (to ? Math.abs(order(to) - order(from)) : 0),
        0,
      );
      const dropped = result.moved.filter(({ to }) => to === null).length;
      expect([dropped, result.moved.length, shift, result.seats.length]).toEqual(tried);
      moved += result.moved.length;
    }),
    { numRuns: 120 },
  );
  expect(moved).toBeGreaterThan(0);
}, 120_000);
