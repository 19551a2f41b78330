import { createHash, createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { drawOrder } from '../../../shared/panels/draw.ts';
import { operation } from '../../testing.ts';
import { hallBeforeDraw } from '../stage/testing.ts';

const { defenses, stage, competitions } = contract;
type Before = Awaited<ReturnType<typeof hallBeforeDraw>>;

const typed = (day: Before, orders: number[], projects = day.projects) => ({
  params: day.params,
  body: {
    operation: operation(),
    draws: projects.map((proposal, index) => ({ proposal, order: orders[index] ?? 0 })),
    witnesses: ['监督员甲', '评委组长'],
  },
});
const orderOf = async (day: Before) =>
  (await day.as.supervisor.call(defenses.list, { params: day.params })).map(({ proposal }) => proposal);
const drawActs = async ({ server, competition }: Before) => {
  const { ledger } = server.context.store.t;
  const rows = await server.context.store.read
    .select()
    .from(ledger)
    .where(eq(ledger.scope, competition))
    .orderBy(ledger.seq);
  return rows.filter(({ action }) => action === 'draw_recorded');
};

describe('order typed from paper', () => {
  let day: Before;
  beforeAll(async () => {
    day = await hallBeforeDraw(undefined, 5);
  });
  afterAll(() => day.server.dispose());

  test('before it is recorded → empty, and the competition still in its call', async () => {
    expect(await orderOf(day)).toEqual([]);
    expect((await day.as.host.call(competitions.get, { params: day.params })).stage).toBe('call');
  });

  test('a number twice, a project left out → each fault names its row, nothing is recorded', async () => {
    const request = typed(day, [1, 2, 2, 3], day.projects.slice(0, 4));
    const error = await day.as.operator.fail(defenses.typeOrder, request);
    expect([error.code, error.fields]).toEqual([
      'invalid_input',
      [
        { path: 'draws[2].order', message: '与第 2 行重号' },
        { path: 'draws', message: '还缺：项目5' },
      ],
    ]);
    expect(await orderOf(day)).toEqual([]);
  });

  test('a project that has not passed the form check → its row', async () => {
    const { proposal } = day.server.context.store.t;
    const to = (status: string) =>
      day.server.context.store.write(day.competition, (tx) =>
        tx.update(proposal).set({ status }).where(eq(proposal.id, 'project-5')),
      );
    await to('returned');
    const error = await day.as.operator.fail(defenses.typeOrder, typed(day, [1, 2, 3, 4, 5]));
    expect(error.fields.map(({ path }) => path)).toEqual(['draws[4].proposal', 'draws[4].order']);
    await to('passed');
  });

  test('recorded → sessions by number, planned starts, stage defense, witnesses sealed', async () => {
    const list = await day.as.tally_clerk.call(defenses.typeOrder, typed(day, [3, 1, 2, 5, 4]));
    const { settings, stage: at } = await day.as.host.call(competitions.get, { params: day.params });
    const [am, pm] = settings.timeline.sessions;
    expect(at).toBe('defense');
    expect(list.map(({ proposal, order, session, status }) => [order, proposal, session, status])).toEqual([
      [1, 'project-2', 'am', 'waiting'],
      [2, 'project-3', 'am', 'waiting'],
      [3, 'project-1', 'pm', 'waiting'],
      [4, 'project-5', 'pm', 'waiting'],
      [5, 'project-4', 'pm', 'waiting'],
    ]);
    const slot = 11 * 60_000;
    expect(list.map(({ plannedStart }) => plannedStart)).toEqual([
      am?.start,
      (am?.start ?? 0) + slot,
      pm?.start,
      (pm?.start ?? 0) + slot,
      (pm?.start ?? 0) + 2 * slot,
    ]);
    const [act] = await drawActs(day);
    expect(act?.data).toEqual({
      method: 'hand',
      order: ['project-2', 'project-3', 'project-1', 'project-5', 'project-4'],
      seed: null,
    });
    expect(JSON.stringify(act)).not.toContain('监督员甲');
  });

  test('typed wrongly and recorded again before the first call → replaced; a withdrawn project stays withdrawn', async () => {
    await day.as.host.call(stage.withdraw, {
      params: { ...day.params, proposal: 'project-4' },
      body: { operation: operation(), reason: '同类项目已获资助' },
    });
    const list = await day.as.operator.call(defenses.typeOrder, typed(day, [1, 2, 3, 4, 5]));
    expect(list.map(({ proposal, status }) => `${proposal} ${status}`)).toEqual([
      'project-1 waiting',
      'project-2 waiting',
      'project-3 waiting',
      'project-4 withdrawn',
      'project-5 waiting',
    ]);
    expect(await drawActs(day)).toHaveLength(2);
  });

  test('once a project was called → the order stands', async () => {
    const { revision } = await day.as.host.call(stage.console, { params: day.params });
    await day.as.host.call(stage.step, {
      params: day.params,
      body: { operation: operation(), base: revision, step: { do: 'call', proposal: 'project-1' } },
    });
    const error = await day.as.operator.fail(defenses.typeOrder, typed(day, [5, 4, 3, 2, 1]));
    expect([error.code, error.message]).toEqual(['wrong_state', '已有项目上台，出场顺序不能再改']);
  });

  test('sponsor, host and supervisor → may not record it', async () => {
    for (const role of ['sponsor', 'host', 'supervisor'] as const)
      expect((await day.as[role].fail(defenses.typeOrder, typed(day, [1, 2, 3, 4, 5]))).code).toBe(
        'forbidden',
      );
  });
});

describe('order drawn from three written numbers', () => {
  let day: Before;
  beforeAll(async () => {
    day = await hallBeforeDraw(undefined, 6);
  });
  afterAll(() => day.server.dispose());
  const parts = [
    { by: '监督员', number: '4711' },
    { by: '评委组长', number: '08' },
    { by: '申报主体代表', number: '20261015' },
  ];

  test('numbers → the order anybody can draw again from what was published', async () => {
    const drawn = await day.as.operator.call(defenses.draw, {
      params: day.params,
      body: { operation: operation(), parts },
    });
    const again = drawOrder(['4711', '08', '20261015'], day.projects, `defense-order/${day.competition}`, {
      sha256: (data) => createHash('sha256').update(data).digest('hex'),
      hmac: (key, message) => createHmac('sha256', key).update(message).digest('hex'),
    });
    expect(drawn.seed).toBe(again.seed);
    expect(drawn.defenses.map(({ proposal }) => proposal)).toEqual(again.order.map(({ id }) => id));
    const [act] = await drawActs(day);
    expect(act?.data).toEqual({
      method: 'numbers',
      order: again.order.map(({ id }) => id),
      seed: again.seed,
    });
  });

  test('answer lost, sent again → the same seed, one entry more at most', async () => {
    const request = { params: day.params, body: { operation: operation(), parts: [...parts].reverse() } };
    const first = await day.as.operator.call(defenses.draw, request);
    expect(await day.as.operator.call(defenses.draw, request)).toEqual(first);
    expect(await drawActs(day)).toHaveLength(2);
  });

  test('two numbers, letters for a number → refused', async () => {
    const send = (given: unknown) =>
      day.as.operator.send(defenses.draw, {
        params: day.params,
        body: { operation: operation(), parts: given },
      });
    const letters = parts.map((part) => ({ ...part, number: 'abc' }));
    expect([(await send(parts.slice(0, 2))).status, (await send(letters)).status]).toEqual([400, 400]);
  });
});

test('nothing passed yet → no draw', async () => {
  const day = await hallBeforeDraw(undefined, 0);
  const error = await day.as.operator.fail(defenses.typeOrder, typed(day, [1], ['project-1']));
  expect([error.code, error.message]).toEqual(['wrong_state', '还没有通过形式审查的项目']);
  await day.server.dispose();
});
