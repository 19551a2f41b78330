import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { engines } from '../../store/testing.ts';
import { operation } from '../../testing.ts';
import { fullMarks, hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';
import { lock, returnSheet, scoreAll, secondPerson, sheetOf, submission, submit } from './testing.ts';
import type { SecondPerson } from './testing.ts';

const { incidents, judging, stage } = contract;
const corrected = { ...fullMarks, need: '20' };

describe.each(Object.entries(engines))('a sheet returned on %s', (_engine, open) => {
  let day: Hall;
  let one: Seated;
  let two: Seated;
  let second: SecondPerson;
  beforeAll(async () => {
    day = await hall(open, 3, 4);
    [one, two] = day.judges as [Seated, Seated];
    second = await secondPerson(day);
    await scoreAll(day, [1, 2]);
    await lock(day, 'am');
  });
  afterAll(() => day.server.dispose());

  const change = (judge: Seated, order = 1) => ({
    judge: judge.id,
    proposal: day.projects[order - 1] ?? '',
    reason: '把预算合理性看成了创新',
  });
  const preview = (judge: Seated, order = 1) =>
    day.as.tally_clerk.call(incidents.previewReturn, {
      params: day.params,
      body: { change: change(judge, order) },
    });
  const carryOut = async (judge: Seated, more: object = {}) => ({
    params: day.params,
    body: {
      operation: operation(),
      change: change(judge),
      preview: (await preview(judge)).preview,
      approval: second,
      ...more,
    },
  });
  const acts = async (action: string) => {
    const { ledger } = day.server.context.store.t;
    return day.server.context.store.read
      .select()
      .from(ledger)
      .where(and(eq(ledger.scope, day.competition), eq(ledger.action, action)))
      .orderBy(ledger.seq);
  };

  test('preview → one sheet, no mark, the signed session named; nothing is written', async () => {
    const before = (await acts('sheet_returned')).length;
    const { effect } = await preview(one);
    expect(effect).toEqual({
      sheets: [{ judge: one.id, proposal: 'project-1', before: 'done', after: 'returned', total: null }],
      projects: [],
      signed: ['am'],
      result: 0,
    });
    expect((await acts('sheet_returned')).length).toBe(before);
  });

  test('without the second person’s secret, or by the actor alone → refused, the sheet stays closed', async () => {
    const wrong = await carryOut(one, { approval: { ...second, secret: '000000' } });
    expect((await day.as.tally_clerk.fail(incidents.returnSheet, wrong)).code).toBe('approval_refused');
    expect((await sheetOf(day, one, 1)).returned).toBeNull();
    expect((await one.tablet.fail(judging.submit, submission(day, one, 1, 1))).code).toBe('locked');
  });

  test('another change than the previewed one, an old preview → refused', async () => {
    const other = await carryOut(one, { change: { ...change(one), proposal: 'project-2' } });
    expect((await day.as.tally_clerk.fail(incidents.returnSheet, other)).message).toBe(
      '情况刚有变化，请重新预览后再复核',
    );
    const late = await carryOut(one);
    day.server.clock.at += limits.approvalMinutes * 60_000 + 1;
    expect((await day.as.tally_clerk.fail(incidents.returnSheet, late)).message).toBe(
      '预览已超过 10 分钟，请重新预览后再复核',
    );
  });

  test('a preview shown to somebody else → good for nobody but who asked for it', async () => {
    const request = await carryOut(one);
    expect((await day.as.operator.fail(incidents.returnSheet, request)).code).toBe('wrong_state');
  });

  test('approved → exactly this sheet opens on the tablet, told by the stage; the grid says where it is', async () => {
    const { books } = await day.as.host.call(stage.snapshot, { params: day.params });
    const { done } = await returnSheet(day, day.as.tally_clerk, change(one), second);
    expect(done.countersign).toBe(false);
    expect((await day.as.host.call(stage.snapshot, { params: day.params })).books).toBe(books + 1);
    const sheet = await sheetOf(day, one, 1);
    const until = day.server.clock.at + limits.returnMinutes * 60_000;
    expect([sheet.status, sheet.marks, sheet.returned]).toEqual([
      'locked',
      fullMarks,
      { until, reason: change(one).reason },
    ]);
    expect([(await sheetOf(day, one, 2)).returned, (await sheetOf(day, two, 1)).returned]).toEqual([
      null,
      null,
    ]);
    expect((await two.tablet.fail(judging.submit, submission(day, two, 1, 1))).code).toBe('locked');
    const { rows } = await day.as.host.call(stage.console, { params: day.params });
    expect(rows[0]?.cells).toEqual(['returned', 'done', 'done']);
    const [act] = (await acts('sheet_returned')).slice(-1);
    expect(act?.data).toEqual({ judge: one.id, entry: 'project-1', revision: 1, approver: second.approver });
    expect(JSON.stringify(act)).not.toContain(change(one).reason);
    expect((await acts('approval_given')).at(-1)).toMatchObject({
      actor: `officer:${second.approver}`,
      data: { act: 'sheet_returned' },
    });
  });

  test('a draft → refused; the correction submitted → locked again at once, both revisions kept', async () => {
    const draft = await one.tablet.fail(judging.save, submission(day, one, 1, 1, corrected));
    expect(draft.code).toBe('wrong_state');
    const sheet = await one.tablet.call(judging.submit, submission(day, one, 1, 1, corrected));
    expect([sheet.status, sheet.revision, sheet.total, sheet.returned]).toEqual(['locked', 2, '85.5', null]);
    expect(await sheetOf(day, one, 1)).toEqual(sheet);
    const again = await one.tablet.fail(judging.submit, submission(day, one, 1, 2));
    expect(again.code).toBe('locked');
    const { sheetRevision } = day.server.context.store.t;
    const rows = await day.server.context.store.read
      .select({ action: sheetRevision.action, need: sheetRevision.marks })
      .from(sheetRevision)
      .where(and(eq(sheetRevision.judge, one.id), eq(sheetRevision.proposal, 'project-1')))
      .orderBy(sheetRevision.revision);
    expect(rows.map(({ action, need }) => `${action} ${need['need']}`)).toEqual([
      'submit 18.5',
      'correct 20',
    ]);
  });

  test('nothing done in ten minutes → closed again, as it was', async () => {
    await returnSheet(day, day.as.operator, change(two), second);
    day.server.clock.at += limits.returnMinutes * 60_000;
    expect((await sheetOf(day, two, 1)).returned).toBeNull();
    const late = await two.tablet.fail(judging.submit, submission(day, two, 1, 1, corrected));
    expect(late.code).toBe('locked');
    expect((await sheetOf(day, two, 1)).marks).toEqual(fullMarks);
  });

  test('returned twice at once → the second is told; not submitted yet → told where to go', async () => {
    await returnSheet(day, day.as.tally_clerk, change(two), second);
    const twice = await day.as.operator.fail(incidents.previewReturn, {
      params: day.params,
      body: { change: change(two) },
    });
    expect(twice.message).toBe('这份已经退回，正等评委修改');
    await submit(day, two, 1);
    await day.call(3);
    const open = await day.as.tally_clerk.fail(incidents.previewReturn, {
      params: day.params,
      body: { change: change(two, 3) },
    });
    expect([open.code, open.message]).toEqual(['wrong_state', '这份还没有提交，评委可以直接在平板上打分']);
  });

  test('before the lock → the same way, and it is submitted again, not locked', async () => {
    await submit(day, one, 3);
    await returnSheet(day, day.as.host, change(one, 3), second);
    expect((await submit(day, one, 3, corrected)).status).toBe('submitted');
  });

  test('nobody in the room → holds, is open to be countersigned, and the confirmation of a list waits for it', async () => {
    const { done } = await returnSheet(day, day.as.tally_clerk, change(one), null);
    expect(done.countersign).toBe(true);
    const list = () => day.as.operator.call(incidents.countersignatures, { params: day.params });
    expect(await list()).toEqual([
      {
        entry: done.seq,
        at: done.at,
        act: 'sheet_returned',
        byName: 'tally_clerk',
        judge: one.id,
        proposals: ['project-1'],
        reason: change(one).reason,
      },
    ]);
    expect((await day.as.host.call(stage.console, { params: day.params })).countersign).toBe(1);
    const sign = (approval: SecondPerson) => ({
      params: { ...day.params, entry: String(done.seq) },
      body: { operation: operation(), approval },
    });
    const wrong = await day.as.tally_clerk.fail(incidents.countersign, sign({ ...second, secret: '111111' }));
    expect(wrong.code).toBe('approval_refused');
    expect(await day.as.tally_clerk.call(incidents.countersign, sign(second))).toEqual([]);
    expect((await day.as.tally_clerk.fail(incidents.countersign, sign(second))).code).toBe('wrong_state');
    expect((await acts('countersigned')).map(({ actor, data }) => [actor, data['entry']])).toEqual([
      [`officer:${second.approver}`, done.seq],
    ]);
  });
});
