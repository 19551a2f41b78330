import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { Step } from '../../../shared/contract/stage.ts';
import { operation } from '../../testing.ts';
import { recordAbsence } from '../incidents/testing.ts';
import { fullMarks, hall } from './testing.ts';
import type { Hall, Seated } from './testing.ts';

const { stage, judging, judges } = contract;

let day: Hall;
beforeAll(async () => {
  day = await hall(undefined, 3, 6);
});
afterAll(() => day.server.dispose());

const snapshot = () => day.server.browser().call(stage.snapshot, { params: day.params });
const hostConsole = () => day.as.supervisor.call(stage.console, { params: day.params });
const take = async (step: Step) => {
  const { revision } = await hostConsole();
  return {
    params: day.params,
    body: { operation: operation(), base: revision, step },
  };
};
const submit = (judge: Seated, order: number) => {
  const proposal = day.projects[order - 1] ?? '';
  return judge.tablet.call(judging.submit, {
    params: { ...day.params, judge: judge.id, proposal },
    body: { operation: operation(), base: 0, marks: fullMarks, comment: '' },
  });
};
const acts = async (action: string) => {
  const { ledger } = day.server.context.store.t;
  const rows = await day.server.context.store.read
    .select()
    .from(ledger)
    .where(eq(ledger.scope, day.competition))
    .orderBy(ledger.seq);
  return rows.filter((row) => row.action === action);
};
const lock = (session: string) => ({
  params: { ...day.params, session },
  body: { operation: operation() },
});

describe('what the hall sees', () => {
  test('nobody on stage → the first number is next, every seat waits', async () => {
    expect(await snapshot()).toMatchObject({
      epoch: day.server.context.epoch,
      proposal: null,
      order: null,
      title: '',
      phase: 'idle',
      endsAt: null,
      next: { order: 1, title: '项目1', withdrawn: [] },
      hall: 'timer',
      seats: [
        { seat: 1, state: 'waiting' },
        { seat: 2, state: 'waiting' },
        { seat: 3, state: 'waiting' },
      ],
      lockedSessions: [],
      books: 0,
    });
  });

  test('called → project, clock and the next one; a draft is nobody’s business, a submission shows', async () => {
    const now = day.server.clock.at;
    const before = (await snapshot()).seq;
    await day.call(1);
    const [one, two, three] = day.judges as [Seated, Seated, Seated];
    expect(await snapshot()).toMatchObject({
      seq: before + 1,
      proposal: 'project-1',
      order: 1,
      title: '项目1',
      session: 'am',
      phase: 'present',
      endsAt: now + 300_000,
      phaseLength: 300_000,
      next: { order: 2 },
    });
    await one.tablet.call(judging.save, {
      params: { ...day.params, judge: one.id, proposal: 'project-1' },
      body: { operation: operation(), base: 0, marks: { need: '3' }, comment: '' },
    });
    expect((await snapshot()).seq).toBe(before + 1);
    await submit(two, 1);
    await three.tablet.call(judging.recuse, {
      params: { ...day.params, judge: three.id, proposal: 'project-1' },
      body: { operation: operation(), reason: '亲属在申报主体任职' },
    });
    const { seats, seq } = await snapshot();
    expect([seq, seats.map(({ state }) => state)]).toEqual([before + 3, ['waiting', 'in', 'recused']]);
    expect((await hostConsole()).rows[0]?.cells).toEqual(['draft', 'sent', 'recused']);
  });

  test('competition whose call is not published → nothing, even for a stranger who knows its id', async () => {
    const { id: competition } = await day.as.sponsor.call(contract.competitions.create, {
      body: { operation: operation(), template: 'weiyuan', name: '还没发布的大赛' },
    });
    const stranger = day.server.browser();
    expect((await stranger.fail(stage.snapshot, { params: { competition } })).code).toBe('not_found');
  });
});

describe('steps', () => {
  test('two consoles at once → the second gets the console as it is', async () => {
    const [first, second] = [await take({ do: 'question' }), await take({ do: 'pause' })];
    const { stage: now, revision } = await day.as.host.call(stage.step, first);
    expect(now.phase).toBe('question');
    const error = await day.as.host.fail(stage.step, second);
    expect(error.code).toBe('stale_revision');
    expect(error.current).toMatchObject({ revision, stage: { phase: 'question' } });
  });

  test('answer lost, sent again → taken once', async () => {
    const request = await take({ do: 'add_minute' });
    const first = await day.as.host.call(stage.step, request);
    const again = await day.as.host.call(stage.step, request);
    expect([again.revision, again.stage.endsAt]).toEqual([first.revision, first.stage.endsAt]);
  });

  test('not legal now → refused with the reason', async () => {
    const error = await day.as.host.fail(stage.step, await take({ do: 'collect' }));
    expect([error.code, error.message]).toEqual(['wrong_state', '现在是答辩，下一步是改分']);
    const unknown = await day.as.host.fail(stage.step, await take({ do: 'call', proposal: 'project-99' }));
    expect(unknown.message).toBe('这个项目不在出场顺序里');
  });

  test('through to the end → scored, the call in the ledger once; called again → a second call', async () => {
    for (const step of ['change', 'collect', 'finish'] as const) await day.step({ do: step });
    expect((await hostConsole()).rows[0]?.status).toBe('scored');
    expect((await acts('defense_called')).map(({ data }) => data)).toEqual([{ session: 'am', number: 1 }]);
    await day.call(1);
    expect(await acts('defense_called')).toHaveLength(2);
    await day.step({ do: 'finish' });
    expect((await hostConsole()).rows[0]?.status).toBe('waiting');
  });

  test('two consoles → the one that stepped first leads; the other may not, until it takes over on purpose', async () => {
    const at = async (console: string, step: Step) => {
      const { params, body } = await take(step);
      return { params, body: { ...body, console } };
    };
    const [mine, other] = ['console-1', 'console-2'];
    const led = await day.as.host.call(stage.step, await at(mine, { do: 'hall', mode: 'progress' }));
    expect(led.holder?.console).toBe(mine);
    expect(led.holder?.name).not.toBe('');
    const refused = await day.as.host.fail(stage.step, await at(other, { do: 'hall', mode: 'timer' }));
    expect([refused.code, refused.message]).toEqual([
      'wrong_state',
      '现在由另一台控场台控场，要换到这里来请按“接过控场”',
    ]);
    const unnamed = await day.as.host.fail(stage.step, await take({ do: 'hall', mode: 'timer' }));
    expect(unnamed.code).toBe('wrong_state');
    const taken = await day.as.host.call(stage.step, await at(other, { do: 'take' }));
    expect([taken.holder?.console, taken.stage.hall]).toEqual([other, 'progress']);
    expect(taken.stage.seq).toBeGreaterThan(led.stage.seq);
    expect((await day.as.host.fail(stage.step, await at(mine, { do: 'hall', mode: 'timer' }))).code).toBe(
      'wrong_state',
    );
    expect((await day.as.host.fail(stage.step, await take({ do: 'take' }))).code).toBe('wrong_state');
    const { store } = day.server.context;
    await store.write(day.competition, (tx) => tx.update(store.t.stage).set({ holder: null, hall: 'timer' }));
  });

  test('only the host → may step', async () => {
    const request = await take({ do: 'hall', mode: 'break' });
    for (const role of ['operator', 'sponsor', 'tally_clerk', 'supervisor'] as const)
      expect((await day.as[role].fail(stage.step, request)).code).toBe('forbidden');
    const [judge] = day.judges;
    expect((await judge?.tablet.fail(stage.step, request))?.code).toBe('not_signed_in');
  });
});

describe('退出答辩', () => {
  test('on stage → the stage is empty, the number stays, the others keep theirs', async () => {
    await day.call(4);
    const console = await day.as.operator.call(stage.withdraw, {
      params: { ...day.params, proposal: 'project-4' },
      body: { operation: operation(), reason: '申报主体书面退出' },
    });
    expect([console.stage.proposal, console.stage.phase, console.stage.endsAt]).toEqual([null, 'idle', null]);
    expect(console.rows.map(({ order, status }) => `${order} ${status}`)).toEqual([
      '1 waiting',
      '2 waiting',
      '3 waiting',
      '4 withdrawn',
      '5 waiting',
      '6 waiting',
    ]);
    const [act] = await acts('defense_withdrawn');
    expect([act?.subject, JSON.stringify(act).includes('书面退出')]).toEqual(['proposal:project-4', false]);
  });

  test('a second time, or to be called → refused', async () => {
    const error = await day.as.host.fail(stage.withdraw, {
      params: { ...day.params, proposal: 'project-4' },
      body: { operation: operation(), reason: '再退一次' },
    });
    expect(error.code).toBe('wrong_state');
    const call = await day.as.host.fail(stage.step, await take({ do: 'call', proposal: 'project-4' }));
    expect(call.message).toBe('这个项目已退出答辩');
  });
});

describe('locking a session', () => {
  test('sheets missing → each named, nothing locked', async () => {
    const error = await day.as.tally_clerk.fail(stage.lock, lock('am'));
    const [one, two, three] = day.judges as [Seated, Seated, Seated];
    expect([error.code, error.message]).toEqual(['wrong_state', '还有 4 份评分表没有提交']);
    expect(error.fields).toEqual([
      { path: `project-1.${one.id}`, message: '1 号《项目1》：1 号席 1 号评委 还没有提交' },
      { path: `project-2.${one.id}`, message: '2 号《项目2》：1 号席 1 号评委 还没有提交' },
      { path: `project-2.${two.id}`, message: '2 号《项目2》：2 号席 2 号评委 还没有提交' },
      { path: `project-2.${three.id}`, message: '2 号《项目2》：3 号席 3 号评委 还没有提交' },
    ]);
    expect((await snapshot()).lockedSessions).toEqual([]);
  });

  test('all in, recused or absent → locked, counting those that hold marks', async () => {
    const [one, two, three] = day.judges as [Seated, Seated, Seated];
    await one.tablet.call(judging.submit, {
      params: { ...day.params, judge: one.id, proposal: 'project-1' },
      body: { operation: operation(), base: 1, marks: fullMarks, comment: '' },
    });
    await day.call(2);
    await submit(one, 2);
    await submit(two, 2);
    const change = {
      judge: three.id,
      proposals: ['project-2'],
      absent: 'abstained' as const,
      reason: '身体不适短暂离场',
    };
    await recordAbsence(day, day.as.host, change, null);
    const request = lock('am');
    const console = await day.as.tally_clerk.call(stage.lock, request);
    expect(console.sessions.map(({ id, locked }) => `${id} ${locked}`)).toEqual(['am true', 'pm false']);
    expect(console.rows.slice(0, 2).map(({ cells }) => cells)).toEqual([
      ['done', 'done', 'recused'],
      ['done', 'done', 'absent'],
    ]);
    expect(console.stage.lockedSessions).toEqual(['am']);
    expect((await acts('sheet_locked')).map(({ data }) => data)).toEqual([{ session: 'am', count: 4 }]);
    await day.as.tally_clerk.call(stage.lock, request);
    expect(await acts('sheet_locked')).toHaveLength(1);
  });

  test('locked → not again; its projects are not called, recused or withdrawn any more', async () => {
    expect((await day.as.supervisor.fail(stage.lock, lock('am'))).code).toBe('locked');
    await day.step({ do: 'finish' });
    const call = await day.as.host.fail(stage.step, await take({ do: 'call', proposal: 'project-1' }));
    expect(call.message).toBe('这个项目的场次已签字锁定');
    const withdrawal = await day.as.host.fail(stage.withdraw, {
      params: { ...day.params, proposal: 'project-1' },
      body: { operation: operation(), reason: '太迟了' },
    });
    expect(withdrawal.code).toBe('locked');
    const [one] = day.judges as [Seated];
    const recusal = await day.as.host.fail(judges.recuse, {
      params: day.params,
      body: {
        operation: operation(),
        judge: one.id,
        proposal: 'project-1',
        kind: 'must',
        grounds: ['relative'],
        source: 'organizer',
        detail: '太迟了',
      },
    });
    expect(recusal.code).toBe('locked');
  });

  test('unknown session, host or operator → refused', async () => {
    expect((await day.as.tally_clerk.fail(stage.lock, lock('night'))).code).toBe('not_found');
    for (const role of ['host', 'operator', 'sponsor'] as const)
      expect((await day.as[role].fail(stage.lock, lock('pm'))).code).toBe('forbidden');
  });
});

describe('called by mistake', () => {
  let mistaken: Hall;
  beforeAll(async () => {
    mistaken = await hall(undefined, 2, 4);
  });
  afterAll(() => mistaken.server.dispose());
  const undo = { do: 'undo_call', reason: '叫错了号' } as const;
  const shown = async () => {
    const { stage: now, rows } = await mistaken.as.host.call(stage.console, { params: mistaken.params });
    return [now.order, now.phase, ...rows.map(({ status }) => status)];
  };
  const toCollect = async () => {
    for (const taken of ['question', 'change', 'collect'] as const) await mistaken.step({ do: taken });
  };

  test('no sheet in → the one before stands in 收分 again, the other waits and is closed to its judges', async () => {
    await mistaken.call(1);
    await toCollect();
    await mistaken.step({ do: 'call', proposal: 'project-2' });
    await mistaken.step({ do: 'question' });
    await mistaken.step(undo);
    expect(await shown()).toEqual([1, 'collect', 'on_stage', 'waiting', 'waiting', 'waiting']);
    const [judge] = mistaken.judges as [Seated];
    const early = await judge.tablet.fail(judging.save, {
      params: { ...mistaken.params, judge: judge.id, proposal: 'project-2' },
      body: { operation: operation(), base: 0, marks: {}, comment: '' },
    });
    expect(early.code).toBe('too_early');
    const { ledger } = mistaken.server.context.store.t;
    const rows = await mistaken.server.context.store.read
      .select({ data: ledger.data, subject: ledger.subject })
      .from(ledger)
      .where(eq(ledger.action, 'defense_call_undone'));
    expect(rows).toEqual([{ data: {}, subject: 'proposal:project-2' }]);
  });

  test('a sheet is in → refused', async () => {
    await mistaken.step({ do: 'call', proposal: 'project-2' });
    const [judge] = mistaken.judges as [Seated];
    await judge.tablet.call(judging.submit, {
      params: { ...mistaken.params, judge: judge.id, proposal: 'project-2' },
      body: { operation: operation(), base: 0, marks: fullMarks, comment: '' },
    });
    const { revision } = await mistaken.as.host.call(stage.console, { params: mistaken.params });
    const error = await mistaken.as.host.fail(stage.step, {
      params: mistaken.params,
      body: { operation: operation(), base: revision, step: undo },
    });
    expect([error.code, error.message.includes('已经交了 1 份评分表')]).toEqual(['wrong_state', true]);
  });
});
