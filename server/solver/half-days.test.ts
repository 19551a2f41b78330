import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlannedProject, Turn } from '../../shared/contract/schedule.ts';
import type { DayTask } from '../../shared/schedule/half-days/day-model.ts';
import { dayModel, turnOf } from '../../shared/schedule/half-days/day-model.ts';
import { lotOrder } from '../../shared/schedule/half-days/lot-order.ts';
import { matchPlan } from '../../shared/schedule/half-days/match-plan.ts';
import { defaultWishes, halfDaySlots } from '../../shared/schedule/half-days/slots.ts';
import type { HalfDayTimes } from '../../shared/schedule/half-days/slots.ts';
import { solveSchedule } from '../../shared/schedule/solve.ts';
import { solverTools } from './tools.ts';

const at = (time: string) => Date.parse(`2026-10-16T${time}:00+08:00`);

/** Only what the half-days read: five places in the morning, four in the afternoon, one of each kept free. */
const timeline: HalfDayTimes = {
  presentMinutes: 5,
  questionMinutes: 5,
  changeMinutes: 1,
  place: '',
  sessions: [
    { id: 'am', name: '上午场', start: at('09:00'), end: at('09:55'), from: 1, to: 17 },
    { id: 'pm', name: '下午场', start: at('14:00'), end: at('14:45'), from: 18, to: 34 },
  ],
};

const projects = Array.from({ length: 8 }, (_, index): PlannedProject => ({
  proposal: `p${index + 1}`,
  number: `2026-00${index + 1}`,
  order: null,
  status: 'waiting',
  title: `项目${index + 1}`,
  applicant: `a${index >> 1}`,
  applicantName: '',
  community: null,
  recused: [],
}));

test('matching and the general solver → the same plan, project by project', async () => {
  const away = fc.record({
    proposal: fc.integer({ min: 1, max: 8 }).map((index) => `p${index}`),
    from: fc.constantFrom(at('08:00'), at('09:20'), at('14:20')),
    to: fc.constantFrom(at('09:30'), at('14:30'), at('18:00')),
  });
  const drawn = fc.shuffledSubarray(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'], { minLength: 8 });
  const gap = fc.integer({ min: 0, max: 2 });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(away, { maxLength: 12 }),
      drawn,
      gap,
      async (teamsAway, order, applicantGap) => {
        const wishes = { ...defaultWishes(timeline), teamsAway, applicantGap };
        const task: DayTask = {
          halfDays: halfDaySlots(timeline, wishes),
          wishes,
          projects,
          judges: [],
          quorum: 0,
          lot: lotOrder(projects, order, false),
          spareClosed: true,
        };
        const general = await solveSchedule(dayModel(task), solverTools(60));
        const key = ({ proposal, session, slot }: Turn) => `${proposal} ${session} ${slot}`;
        expect(general.status).toBe('optimal');
        const matched = matchPlan(task);
        found += matched === null ? 0 : 1;
        if (matched !== null)
          expect(matched.map(key).sort()).toEqual(general.placements.map(turnOf).map(key).sort());
      },
    ),
    { numRuns: 40 },
  );
  // It gives up where one applicant's projects get into each other's way, not as a rule.
  expect(found).toBeGreaterThan(20);
}, 120_000);
