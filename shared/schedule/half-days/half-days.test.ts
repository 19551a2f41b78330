import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlannedProject, ScheduleWishes, Turn } from '../../contract/schedule.ts';
import { boardFaults } from './board-faults.ts';
import { calendarFile } from './calendar.ts';
import { dayClash } from './clash.ts';
import type { DayTask } from './day-model.ts';
import { lotOrder } from './lot-order.ts';
import { makePlan } from './make-plan.ts';
import { replanDay } from './replan-day.ts';
import { defaultWishes, halfDaySlots } from './slots.ts';
import type { HalfDayTimes } from './slots.ts';

const MINUTE = 60_000;
const at = (time: string) => Date.parse(`2026-10-16T${time}:00+08:00`);
const clock = (time: number) => new Date(time + 8 * 60 * MINUTE).toISOString().slice(11, 16);

/** Only what the half-days read. */
const timeline: HalfDayTimes = {
  presentMinutes: 5,
  questionMinutes: 5,
  changeMinutes: 1,
  place: '镇文化中心',
  sessions: [
    { id: 'am', name: '上午场', start: at('09:00'), end: at('10:10'), from: 1, to: 17 },
    { id: 'pm', name: '下午场', start: at('14:00'), end: at('15:00'), from: 18, to: 34 },
  ],
};

const project = (index: number, more: Partial<PlannedProject> = {}): PlannedProject => ({
  proposal: `p${index}`,
  number: `2026-${String(index).padStart(3, '0')}`,
  order: index,
  status: 'waiting',
  title: `项目${index}`,
  applicant: `a${index}`,
  applicantName: `团队${index}`,
  community: null,
  recused: [],
  ...more,
});
const projectsTo = (count: number) => Array.from({ length: count }, (_, index) => project(index + 1));

function taskOf(projects: PlannedProject[], more: Partial<ScheduleWishes> = {}): DayTask {
  const wishes = { ...defaultWishes(timeline), ...more };
  return {
    halfDays: halfDaySlots(timeline, wishes),
    wishes,
    projects,
    judges: ['j1', 'j2', 'j3'],
    quorum: 2,
    lot: lotOrder(projects, null, wishes.together),
    spareClosed: true,
  };
}
const tools = { loadEngine: null, secondsLeft: () => 60 };
const starts = (wishes: Partial<ScheduleWishes>, session = 0) =>
  halfDaySlots(timeline, { ...defaultWishes(timeline), ...wishes })[session]?.slots.map(({ start }) =>
    clock(start),
  );

test('places of a half-day → buffer between, none across a break, a rest after the third of the first', () => {
  expect(starts({})).toEqual(['09:00', '09:11', '09:22', '09:33', '09:44', '09:55']);
  expect(starts({ bufferMinutes: 2 })).toEqual(['09:00', '09:13', '09:26', '09:39', '09:52']);
  expect(starts({ pauseAfterThird: 10 })).toEqual(['09:00', '09:11', '09:22', '09:43', '09:54']);
  expect(starts({ pauseAfterThird: 10 }, 1)).toEqual(['14:00', '14:11', '14:22', '14:33', '14:44']);
  const wishes = defaultWishes(timeline);
  const [am, pm] = wishes.halfDays;
  if (!am || !pm) throw new Error('two half-days');
  const halfDays = [{ ...am, breaks: [{ from: at('09:20'), minutes: 15 }] }, pm];
  expect(starts({ halfDays })).toEqual(['09:00', '09:35', '09:46', '09:57']);
});

test('everybody anywhere → in lot order, the last place of each half-day free', async () => {
  const plan = await makePlan(taskOf(projectsTo(9)), tools);
  expect(plan).toMatchObject({ bound: 9, proven: true, unplaced: [] });
  expect(plan.turns.map(({ session, slot }) => `${session}${slot}`)).toEqual([
    ...['am1', 'am2', 'am3', 'am4', 'am5'],
    ...['pm1', 'pm2', 'pm3', 'pm4'],
  ]);
});

test('one more than without the free places → they are used; one too many → it stays out with its reason', async () => {
  expect((await makePlan(taskOf(projectsTo(10)), tools)).turns).toHaveLength(10);
  const { turns, unplaced } = await makePlan(taskOf(projectsTo(13)), tools);
  expect([turns.length, unplaced.map(({ proposal }) => proposal)]).toEqual([11, ['p12', 'p13']]);
  expect(new Set(unplaced.map(({ reason }) => reason))).toEqual(
    new Set(['13 个项目只有上午场 6 个、下午场 5 个位置可用，差 2 个。只要上午场延长 22 分钟，就排得下。']),
  );
});

test('away in the morning, too few judges in the morning → both in the afternoon', async () => {
  const projects = [project(1), project(2, { recused: ['j1'] }), project(3)];
  const plan = await makePlan(
    taskOf(projects, {
      teamsAway: [{ proposal: 'p1', from: at('08:00'), to: at('12:00') }],
      judgesAway: [{ judge: 'j2', from: at('08:00'), to: at('12:00') }],
    }),
    tools,
  );
  expect(plan.turns.map(({ proposal, session }) => `${proposal} ${session}`)).toEqual([
    'p3 am',
    'p1 pm',
    'p2 pm',
  ]);
});

test('who found no place → the smallest group that has one place too few, and what would help', async () => {
  const away = (index: number, from: string, to: string) => ({
    proposal: `p${index}`,
    from: at(from),
    to: at(to),
  });
  const afternoonOnly = [3, 4, 5, 6, 7, 8].map((index) => away(index, '08:00', '12:00'));
  const task = taskOf(projectsTo(9), { teamsAway: [away(2, '08:00', '20:00'), ...afternoonOnly] });
  const { turns, unplaced } = await makePlan(task, tools);
  const reasons = new Map(unplaced.map(({ proposal, reason }) => [proposal, reason]));
  expect([...reasons.keys()]).toEqual(['p2', 'p8']);
  expect(reasons.get('p2')).toBe('《项目2》“来不了”的时间盖住了所有半天。现在还空着：上午场 4 个。');
  expect(reasons.get('p8')).toBe(
    '《项目3》《项目4》《项目5》等 6 个项目只有下午场 5 个位置可用，差 1 个。只要其中 1 个能在还空着的时间来（上午场 4 个），或者下午场延长 11 分钟，就排得下。',
  );
  const clash = dayClash({ ...task, spareClosed: false }, turns, 'p8');
  expect(clash?.projects.map(({ proposal }) => proposal)).toEqual(['p3', 'p4', 'p5', 'p6', 'p7', 'p8']);
});

test('any clash → without any one of its projects the others fit into its places', async () => {
  const away = fc.record({
    proposal: fc.integer({ min: 1, max: 10 }).map((index) => `p${index}`),
    from: fc.constantFrom(at('08:00'), at('09:30'), at('14:20')),
    to: fc.constantFrom(at('09:40'), at('14:30'), at('18:00')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(away, { minLength: 6, maxLength: 14 }), async (teamsAway) => {
      const task = taskOf(projectsTo(10), { teamsAway });
      const { turns, unplaced } = await makePlan(task, tools);
      for (const { proposal } of unplaced) {
        const clash = dayClash(task, turns, proposal);
        const group = clash?.projects ?? [];
        for (const spared of group) {
          const fewer = group.filter((each) => each !== spared);
          const fits = await makePlan({ ...task, projects: fewer, lot: null }, tools);
          expect(fits.unplaced).toEqual([]);
        }
        if (group.length > 0) {
          const whole = await makePlan({ ...task, projects: [...group], lot: null }, tools);
          expect(whole.unplaced.length).toBe(1);
        }
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('communities together → each follows its first', () => {
  const projects = [
    project(1, { community: 'c1' }),
    project(2, { community: 'c2' }),
    project(3, { community: 'c1' }),
    project(4),
  ];
  expect(lotOrder(projects, ['p4', 'p2', 'p3', 'p1'], true)).toEqual(['p4', 'p2', 'p3', 'p1']);
  expect(lotOrder(projects, ['p3', 'p2', 'p4', 'p1'], true)).toEqual(['p3', 'p1', 'p2', 'p4']);
});

test('broken rules of a board → by project, in terms of the day', () => {
  const projects = [project(1), project(2, { applicant: 'a1' }), project(3)];
  const task = taskOf(projects, {
    applicantGap: 1,
    teamsAway: [{ proposal: 'p3', from: at('08:00'), to: at('12:00') }],
  });
  const turn = (proposal: string, slot: number): Turn => ({ proposal, session: 'am', slot });
  expect([...boardFaults(task, [turn('p1', 1), turn('p2', 2), turn('p3', 2)])]).toEqual([
    ['p1', [{ kind: 'same_applicant', other: 'p2' }]],
    [
      'p2',
      [
        { kind: 'taken', other: 'p3' },
        { kind: 'same_applicant', other: 'p1' },
      ],
    ],
    ['p3', [{ kind: 'team_away' }, { kind: 'taken', other: 'p2' }]],
  ]);
});

test('any plan made → the board finds no broken rule, and the same task gives the same plan', async () => {
  const away = fc.record({
    proposal: fc.integer({ min: 1, max: 9 }).map((index) => `p${index}`),
    from: fc.constantFrom(at('08:00'), at('09:30'), at('14:20')),
    to: fc.constantFrom(at('09:40'), at('14:30'), at('18:00')),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.array(away, { maxLength: 6 }),
      fc.integer({ min: 0, max: 2 }),
      async (count, teamsAway, applicantGap) => {
        const projects = projectsTo(count).map((each, index) => ({ ...each, applicant: `a${index >> 1}` }));
        const task = taskOf(projects, { teamsAway, applicantGap });
        const plan = await makePlan(task, tools);
        expect([...boardFaults(task, plan.turns)]).toEqual([]);
        expect(plan.turns.length + plan.unplaced.length).toBe(count);
        expect(await makePlan(task, tools)).toEqual(plan);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

const day = (status: PlannedProject['status'][] = []) => ({
  timeline,
  wishes: defaultWishes(timeline),
  projects: projectsTo(5).map((each, index) => ({ ...each, status: status[index] ?? each.status })),
  judges: ['j1', 'j2', 'j3'],
  quorum: 2,
  turns: [1, 2, 3, 4, 5].map((slot): Turn => ({ proposal: `p${slot}`, session: 'am', slot })),
  locked: new Set<string>(),
});

test('late by some minutes → it alone moves, to the next free place', () => {
  const late = { kind: 'late' as const, proposal: 'p2', from: at('09:40') };
  const { moved, proven } = replanDay({ ...day(['scored']), facts: [late], now: at('09:12') });
  expect(moved).toEqual([
    {
      proposal: 'p2',
      from: { proposal: 'p2', session: 'am', slot: 2 },
      to: { proposal: 'p2', session: 'am', slot: 6 },
    },
  ]);
  expect(proven).toBe(true);
});

test('passed over while the day went on → behind those called; the day late → who has not been called stays', () => {
  const status = ['scored', 'waiting', 'on_stage'] as PlannedProject['status'][];
  const late = { kind: 'late' as const, proposal: 'p2', from: at('09:25') };
  expect(
    replanDay({ ...day(status), facts: [late], now: at('09:50') }).moved.map(({ to }) => to?.slot),
  ).toEqual([6]);
  const gone = { kind: 'absent' as const, proposal: 'p5' };
  const after = replanDay({ ...day(['scored']), facts: [gone], now: at('09:50') });
  expect([after.moved, after.turns.map(({ proposal }) => proposal)]).toEqual([[], ['p1', 'p2', 'p3', 'p4']]);
});

test('a judge away → only those move whom too few are left to score', () => {
  const task = day();
  const projects = task.projects.map((each) =>
    each.proposal === 'p4' ? { ...each, recused: ['j1'] } : each,
  );
  const fact = { kind: 'judge_away' as const, judge: 'j2', from: at('08:00'), to: at('12:00') };
  const { moved } = replanDay({ ...task, projects, facts: [fact], now: at('08:00') });
  expect(moved.map(({ proposal, to }) => [proposal, to?.session])).toEqual([['p4', 'pm']]);
});

test('calendar → lines of at most 75 octets, characters whole, commas escaped', () => {
  const start = at('09:00');
  const utc = (time: number) => new Date(time).toISOString();
  const title = '答辩，'.repeat(20);
  const file = calendarFile(
    [{ id: 'x', start, end: start + 11 * MINUTE, title, place: 'a,b', text: '一\n二' }],
    start,
    utc,
  );
  const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  const unfolded = file.replace(/\r\n /g, '');
  expect(unfolded).toContain(`SUMMARY:${title}\r\n`);
  expect(unfolded).toContain('DTSTART:20261016T010000Z\r\nDTEND:20261016T011100Z\r\n');
  expect(unfolded).toContain('LOCATION:a\\,b\r\nDESCRIPTION:一\\n二\r\n');
});
