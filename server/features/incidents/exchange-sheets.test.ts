import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { engines } from '../../store/testing.ts';
import { operation } from '../../testing.ts';
import { fullMarks, hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';
import {
  carryOut,
  failPreview,
  lock,
  scoreAll,
  secondPerson,
  sheetOf,
  submission,
  submit,
} from './testing.ts';
import type { SecondPerson } from './testing.ts';

const { incidents, judging } = contract;
const routes = [incidents.previewExchange, incidents.exchangeSheets] as const;
const high = { ...fullMarks, need: '20' };

describe.each(Object.entries(engines))('sheets exchanged on %s', (_engine, open) => {
  let day: Hall;
  let one: Seated;
  let two: Seated;
  let second: SecondPerson;
  beforeAll(async () => {
    day = await hall(open, 2, 6);
    [one, two] = day.judges as [Seated, Seated];
    second = await secondPerson(day);
  });
  afterAll(() => day.server.dispose());

  const change = (judge: Seated, order: number, other: number) => ({
    judge: judge.id,
    proposal: day.projects[order - 1] ?? '',
    other: day.projects[other - 1] ?? '',
    signed: true,
    reason: '评委书面说明：两张填反了',
  });
  const own = async (judge: Seated, order: number, other: number) => {
    const [mine, theirs] = [await sheetOf(day, judge, order), await sheetOf(day, judge, other)];
    return {
      params: { ...day.params, judge: judge.id, proposal: mine.proposal },
      body: {
        operation: operation(),
        other: theirs.proposal,
        base: mine.revision,
        otherBase: theirs.revision,
      },
    };
  };
  const totals = async (judge: Seated, ...orders: number[]) =>
    Promise.all(
      orders.map(async (order) => {
        const { status, total } = await sheetOf(day, judge, order);
        return `${status} ${total}`;
      }),
    );
  const exchanges = async () => {
    const { ledger } = day.server.context.store.t;
    return day.server.context.store.read
      .select({ actor: ledger.actor, data: ledger.data })
      .from(ledger)
      .where(and(eq(ledger.scope, day.competition), eq(ledger.action, 'sheets_exchanged')))
      .orderBy(ledger.seq);
  };

  test('submitted for the wrong project, the right one empty → the judge moves it alone, one entry', async () => {
    await day.call(1);
    await submit(day, one, 1, high);
    await day.call(2);
    const request = await own(one, 1, 2);
    const { sheets } = await one.tablet.call(judging.exchange, request);
    expect(await one.tablet.call(judging.exchange, request)).toEqual({ sheets });
    expect(await totals(one, 1, 2)).toEqual(['none ', 'submitted 85.5']);
    expect(sheets.map(({ receipt }) => receipt === null)).toEqual([true, false]);
    expect((await exchanges()).map(({ actor, data }) => [actor, data['approver']])).toEqual([
      [`judge:${one.id}`, undefined],
    ]);
  });

  test('another judge’s sheets, an old revision, a project not called → refused', async () => {
    const request = await own(one, 1, 2);
    expect((await two.tablet.fail(judging.exchange, request)).code).toBe('forbidden');
    const stale = { ...request, body: { ...request.body, otherBase: 0 } };
    expect((await one.tablet.fail(judging.exchange, stale)).code).toBe('stale_revision');
    const early = { ...request, body: { ...request.body, other: 'project-6', otherBase: 0 } };
    expect((await one.tablet.fail(judging.exchange, early)).code).toBe('too_early');
  });

  test('a draft in exchange → stays a draft under the other number', async () => {
    await one.tablet.call(
      judging.save,
      submission(day, one, 1, (await sheetOf(day, one, 1)).revision, { need: '3' }),
    );
    await one.tablet.call(judging.exchange, await own(one, 2, 1));
    expect(await totals(one, 1, 2)).toEqual(['submitted 85.5', 'draft ']);
    expect((await sheetOf(day, one, 2)).marks).toEqual({ need: '3' });
  });

  test('the staff before the lock → no total for anybody, whatever the role; the tablet is told', async () => {
    await submit(day, one, 2);
    for (const role of ['host', 'tally_clerk', 'supervisor'] as const) {
      const { text } = await day.as[role].send(incidents.previewExchange, {
        params: day.params,
        body: { change: change(one, 1, 2) },
      });
      expect(text).not.toMatch(/85\.5|"84"/);
    }
    await carryOut(day, day.as.host, routes, change(one, 1, 2), second);
    expect(await totals(one, 1, 2)).toEqual(['submitted 84', 'submitted 85.5']);
  });

  test('locked → the judge is told to ask the staff; totals for those who may see them alone', async () => {
    await scoreAll(day, [1, 2]);
    await submit(day, one, 2, high);
    await lock(day, 'am');
    expect((await one.tablet.fail(judging.exchange, await own(one, 1, 2))).code).toBe('locked');
    const { previewed, done } = await carryOut(day, day.as.tally_clerk, routes, change(one, 1, 2), second);
    expect(previewed.effect.sheets).toEqual([
      { judge: one.id, proposal: 'project-1', before: 'done', after: 'done', total: '85.5' },
      { judge: one.id, proposal: 'project-2', before: 'done', after: 'done', total: '84' },
    ]);
    expect([previewed.effect.signed, done.countersign]).toEqual([['am'], false]);
    expect(await totals(one, 1, 2)).toEqual(['locked 85.5', 'locked 84']);
    const { text } = await day.as.operator.send(incidents.previewExchange, {
      params: day.params,
      body: { change: change(one, 1, 2) },
    });
    expect(text).not.toMatch(/85\.5|"84"/);
  });

  test('an empty sheet for a locked one, one project twice, without the judge’s word → refused', async () => {
    await day.call(3);
    const by = day.as.tally_clerk;
    const empty = await failPreview(day, by, incidents.previewExchange, change(one, 1, 3));
    expect(empty.message).toBe('有一份所在的场次已锁定，另一份还没有提交，不能对调；请办“退回修改”');
    expect((await failPreview(day, by, incidents.previewExchange, change(one, 1, 1))).code).toBe(
      'wrong_state',
    );
    const unsigned = { ...change(one, 1, 2), signed: false };
    expect((await failPreview(day, by, incidents.previewExchange, unsigned)).code).toBe('invalid_input');
  });

  test('not by the second person → open to be countersigned', async () => {
    const { done } = await carryOut(day, day.as.tally_clerk, routes, change(two, 1, 2), null);
    const waiting = await day.as.host.call(incidents.countersignatures, { params: day.params });
    expect(waiting.map(({ entry, act, judge, proposals }) => [entry, act, judge, proposals])).toEqual([
      [done.seq, 'sheets_exchanged', two.id, ['project-1', 'project-2']],
    ]);
  });
});
