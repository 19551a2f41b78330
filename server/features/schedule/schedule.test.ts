import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { Schedule } from '../../../shared/contract/schedule.ts';
import { operation } from '../../testing.ts';
import { hall, hallBeforeDraw } from '../stage/testing.ts';
import type { Hall } from '../stage/testing.ts';

const { schedule, defenses, stage } = contract;
type Before = Awaited<ReturnType<typeof hallBeforeDraw>>;

const placesOf = ({ turns }: Schedule) =>
  [...turns].map(({ proposal, session, slot }) => `${proposal} ${session}${slot}`);
const actsOf = async ({ server, competition }: Pick<Before, 'server' | 'competition'>) => {
  const { ledger } = server.context.store.t;
  const rows = await server.context.store.read
    .select({ action: ledger.action })
    .from(ledger)
    .where(eq(ledger.scope, competition))
    .orderBy(ledger.seq);
  return rows.map(({ action }) => action);
};

async function planned(day: Before, base: number): Promise<Schedule> {
  const body = { operation: operation(), base, seconds: 20 };
  let now = await day.as.operator.call(schedule.solve, { params: day.params, body });
  while (now.run?.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 50));
    now = await day.as.operator.call(schedule.get, { params: day.params });
  }
  return now;
}

describe('a plan made before the order is known', () => {
  let day: Before;
  beforeAll(async () => {
    day = await hallBeforeDraw(undefined, 4);
  });
  afterAll(() => day.server.dispose());

  test('nothing planned yet → the wishes of the settings, no place taken', async () => {
    const { revision, turns, wishes, publishedAt, projects } = await day.as.supervisor.call(schedule.get, {
      params: day.params,
    });
    expect([revision, turns, publishedAt, projects.length]).toEqual([0, [], null, 4]);
    expect(wishes.halfDays.map(({ session }) => session)).toEqual(['am', 'pm']);
  });

  test('a lot drawn by hand and a team away in the morning → it takes its earliest place of the afternoon', async () => {
    const [p1 = '', p2 = '', p3 = '', p4 = ''] = day.projects;
    const order = [p3, p1, p4, p2];
    const lot = await day.as.operator.call(schedule.typeLot, {
      params: day.params,
      body: { operation: operation(), order, witnesses: ['监督员甲'] },
    });
    expect(lot.lot?.order).toEqual(order);
    const [am] = lot.wishes.halfDays;
    const teamsAway = [{ proposal: p3, from: am?.start ?? 0, to: am?.end ?? 0 }];
    const saved = await day.as.operator.call(schedule.save, {
      params: day.params,
      body: { base: lot.revision, wishes: { ...lot.wishes, teamsAway }, turns: [] },
    });
    const made = await planned(day, saved.revision);
    expect(made.run).toMatchObject({ state: 'done', placed: 4, bound: 4, proven: true });
    expect(placesOf(made)).toEqual([`${p1} am1`, `${p4} am2`, `${p2} am3`, `${p3} pm1`]);
  });

  test('a lot is drawn once; an older draft is refused with the newer one', async () => {
    const body = { operation: operation(), order: day.projects, witnesses: [] };
    expect((await day.as.operator.fail(schedule.typeLot, { params: day.params, body })).code).toBe(
      'wrong_state',
    );
    const { wishes } = await day.as.operator.call(schedule.get, { params: day.params });
    const stale = { base: 0, wishes, turns: [] };
    expect((await day.as.operator.fail(schedule.save, { params: day.params, body: stale })).code).toBe(
      'stale_revision',
    );
  });

  test('somebody without a place, or two in one → not published, and the message says why', async () => {
    const now = await day.as.operator.call(schedule.get, { params: day.params });
    const save = (base: number, turns: Schedule['turns']) =>
      day.as.operator.call(schedule.save, { params: day.params, body: { base, wishes: now.wishes, turns } });
    const publish = (base: number) =>
      day.as.operator.fail(schedule.publish, { params: day.params, body: { operation: operation(), base } });
    const without = await save(now.revision, now.turns.slice(1));
    expect((await publish(without.revision)).message).toContain('还有 1 个项目没有排：项目1');
    const twice = await save(
      without.revision,
      now.turns.map((turn) => ({ ...turn, session: 'pm', slot: turn.session === 'pm' ? 2 : turn.slot })),
    );
    expect((await publish(twice.revision)).message).toContain('有 2 个项目的安排违反规则');
    await save(twice.revision, now.turns);
  });

  test('published → numbers by time, times by the plan, acts in the ledger, no more drafts', async () => {
    const { revision, turns, wishes } = await day.as.operator.call(schedule.get, { params: day.params });
    const body = { operation: operation(), base: revision };
    const published = await day.as.operator.call(schedule.publish, { params: day.params, body });
    expect(published.publishedAt).not.toBeNull();
    const order = await day.as.host.call(defenses.list, { params: day.params });
    expect(order.map((each) => [each.order, each.proposal, each.session])).toEqual(
      turns.map(({ proposal, session }, index) => [index + 1, proposal, session]),
    );
    expect(order[3]?.plannedStart).toBe(wishes.halfDays[1]?.start);
    expect((await actsOf(day)).slice(-2)).toEqual(['draw_recorded', 'schedule_published']);
    const late = { base: published.revision, wishes, turns };
    expect((await day.as.operator.fail(schedule.save, { params: day.params, body: late })).code).toBe(
      'wrong_state',
    );
  });
});

describe('the solver', () => {
  test('stopped while it runs → the draft as it was; a draft changed meanwhile → its answer counts for nothing', async () => {
    const day = await hallBeforeDraw(undefined, 3);
    const body = () => ({ operation: operation(), base: 0, seconds: 20 });
    const running = await day.as.operator.call(schedule.solve, { params: day.params, body: body() });
    expect(running.run?.state).toBe('running');
    expect((await day.as.operator.fail(schedule.solve, { params: day.params, body: body() })).code).toBe(
      'wrong_state',
    );
    const stopped = await day.as.operator.call(schedule.cancel, {
      params: day.params,
      body: { run: running.run?.id ?? '' },
    });
    expect([stopped.run?.state, stopped.revision, stopped.turns]).toEqual(['cancelled', 0, []]);
    await day.server.dispose();
  });

  test('its node is gone → the run counts as failed after a while, and another may begin', async () => {
    const day = await hallBeforeDraw(undefined, 3);
    const run = {
      id: 'r1',
      state: 'running' as const,
      startedAt: 0,
      endedAt: null,
      placed: 0,
      bound: null,
      proven: false,
      unplaced: [],
    };
    const { wishes } = await day.as.operator.call(schedule.get, { params: day.params });
    const { store } = day.server.context;
    await store.write(day.competition, async (tx) => {
      const row = { competition: day.competition, revision: 1, wishes, turns: [], run, leaseUntil: 1 };
      await tx.insert(store.t.schedule).values(row);
    });
    const found = await day.as.operator.call(schedule.get, { params: day.params });
    expect(found.run?.state).toBe('failed');
    expect((await planned(day, 1)).run?.state).toBe('done');
    await day.server.dispose();
  });
});

describe('the day planned again', () => {
  let day: Hall;
  beforeAll(async () => {
    day = await hall(undefined, 3, 4);
  });
  afterAll(() => day.server.dispose());
  const now = () => day.as.operator.call(schedule.get, { params: day.params });
  const late = async (order: number, minutes: number) => {
    const { wishes } = await now();
    const from = (wishes.halfDays[0]?.start ?? 0) + minutes * 60_000;
    return [{ kind: 'late' as const, proposal: day.projects[order - 1] ?? '', from }];
  };

  test('an order drawn by hand → its places follow from the numbers', async () => {
    expect(placesOf(await now())).toEqual(
      day.projects.map((id, index) => `${id} ${index < 2 ? 'am' : 'pm'}${(index % 2) + 1}`),
    );
  });

  test('number 1 is late → it alone moves; its message and the one for the judges name both times', async () => {
    const facts = await late(1, 30);
    const preview = await day.as.host.call(schedule.preview, { params: day.params, body: { facts } });
    expect(preview.moved.map(({ proposal, to }) => [proposal, to?.session, to?.slot])).toEqual([
      [day.projects[0], 'am', 4],
    ]);
    expect(preview.told.map(({ who }) => who)).toEqual(['team', 'judges']);
    expect(preview.told[1]?.words).toContain('1 号《项目1》改到');
    const { revision, publishedAt } = await now();
    expect(publishedAt).toBe(0);
    const body = { operation: operation(), base: revision, facts, turns: preview.turns, reason: '路上堵车' };
    await day.as.host.call(schedule.replan, { params: day.params, body });
    const order = await day.as.host.call(defenses.list, { params: day.params });
    expect(order.map((each) => each.order)).toEqual([2, 1, 3, 4]);
    expect((await actsOf(day)).slice(-1)).toEqual(['schedule_changed']);
  });

  test('the console and the hall follow the new course of the day', async () => {
    const console = await day.as.host.call(stage.console, { params: day.params });
    expect(console.rows.map(({ order }) => order)).toEqual([2, 1, 3, 4]);
    expect(console.stage.next?.order).toBe(2);
    await day.call(2);
    const called = await day.as.host.call(stage.console, { params: day.params });
    expect(called.stage.next?.order).toBe(1);
  });

  test('preview made before the day went on, or a project already called → refused', async () => {
    const facts = await late(1, 60);
    const { turns } = await day.as.host.call(schedule.preview, { params: day.params, body: { facts } });
    const { revision } = await now();
    const body = { operation: operation(), base: revision, facts, turns: turns.slice(1), reason: '路上堵车' };
    expect((await day.as.host.fail(schedule.replan, { params: day.params, body })).message).toContain(
      '又有进展',
    );
    const again = { facts: [{ kind: 'absent' as const, proposal: day.projects[1] ?? '' }] };
    expect((await day.as.host.fail(schedule.preview, { params: day.params, body: again })).code).toBe(
      'invalid_input',
    );
  });

  test('a team that does not come → it withdraws, its number stays empty, nobody moves', async () => {
    const facts = [{ kind: 'absent' as const, proposal: day.projects[3] ?? '' }];
    const preview = await day.as.host.call(schedule.preview, { params: day.params, body: { facts } });
    expect(preview.moved).toEqual([]);
    const { revision } = await now();
    const body = { operation: operation(), base: revision, facts, turns: preview.turns, reason: '点名未到' };
    const after = await day.as.host.call(schedule.replan, { params: day.params, body });
    expect(after.projects.find(({ order }) => order === 4)?.status).toBe('withdrawn');
    expect((await actsOf(day)).slice(-2)).toEqual(['defense_withdrawn', 'schedule_changed']);
  });
});
