import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveSchedule } from './solve.ts';
import { brokenPlans } from './testing/broken-plans.ts';
import { bestByTrying } from './testing/every-plan.ts';
import { smallModels } from './testing/random-model.ts';
import { answerFaults } from './verify/answer-faults.ts';
import { brokenRules } from './verify/broken-rules.ts';

const tools = { loadEngine: null, secondsLeft: () => 60 };

test('without an engine → an answer that the verifier accepts, what trying finds between it and its bound', async () => {
  await fc.assert(
    fc.asyncProperty(smallModels, async (model) => {
      const answer = await solveSchedule(model, tools);
      expect(answerFaults(model, answer)).toEqual([]);
      const { most } = bestByTrying(model, model.lot ?? model.proposals.map(({ id }) => id));
      expect(answer.bound).toBeGreaterThanOrEqual(most);
      expect(answer.placements.length).toBeLessThanOrEqual(most);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('any one fact of a plan or of its model changed → the verifier names the broken rule', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(smallModels, async (model) => {
      const { placements } = await solveSchedule(model, tools);
      for (const { rule, model: under, plan } of brokenPlans(model, placements)) {
        seen.add(rule);
        const named = brokenRules(plan, under).flat();
        expect(named.map((each) => each.rule)).toContain(rule);
      }
    }),
    { numRuns: 60 },
  );
  expect([...seen].sort()).toEqual([
    'applicant_busy',
    'judge_busy',
    'judge_closed',
    'judge_max',
    'not_eligible',
    'outside_day',
    'placed_twice',
    'proposal_closed',
    'role_empty',
    'role_unknown',
    'room_busy',
    'room_closed',
    'seated_twice',
    'unknown_day',
    'unknown_judge',
    'unknown_proposal',
    'unknown_room',
  ]);
}, 60_000);
