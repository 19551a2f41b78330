import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScheduleAnswer, ScheduleModel } from '../../shared/schedule/model.ts';
import { solveSchedule } from '../../shared/schedule/solve.ts';
import { bestByTrying } from '../../shared/schedule/testing/every-plan.ts';
import { smallModels } from '../../shared/schedule/testing/random-model.ts';
import { answerFaults } from '../../shared/schedule/verify/answer-faults.ts';
import { loadEngine } from './highs.ts';

const engine = await loadEngine();
const tools = { loadEngine: () => Promise.resolve(engine), secondsLeft: () => 60 };

/** Starts counted over all days from 0, in the given order; -1: not placed. */
function startsOf(model: ScheduleModel, { placements }: ScheduleAnswer, order: readonly string[]): number[] {
  const before = new Map(
    model.days.map(({ id }, index) => [
      id,
      model.days.slice(0, index).reduce((sum, { slots }) => sum + slots, 0),
    ]),
  );
  return order.map((id) => {
    const placement = placements.find(({ proposal }) => proposal === id);
    return placement === undefined ? -1 : (before.get(placement.day) ?? 0) + placement.slot - 1;
  });
}

test('any model → the number, and with a lot the starts, that trying every plan finds', async () => {
  await fc.assert(
    fc.asyncProperty(smallModels, async (model) => {
      const order = model.lot ?? model.proposals.map(({ id }) => id);
      const { most, starts } = bestByTrying(model, order);
      const answer = await solveSchedule(model, tools);
      expect(answerFaults(model, answer)).toEqual([]);
      expect([answer.status, answer.bound, answer.placements.length]).toEqual(['optimal', most, most]);
      if (model.lot !== null) expect(startsOf(model, answer, order)).toEqual(starts);
    }),
    { numRuns: 150 },
  );
});

test('the same model → the same answer', async () => {
  await fc.assert(
    fc.asyncProperty(smallModels, async (model) => {
      expect(await solveSchedule(model, tools)).toEqual(await solveSchedule(model, tools));
    }),
    { numRuns: 40 },
  );
});
