import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Marks } from '../../../shared/contract/common.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Sheet } from '../../../shared/contract/judging.ts';
import { receiptBody } from '../../../shared/ledger/receipt.ts';
import { verifySignature } from '../../signing.ts';
import { engines } from '../../store/testing.ts';
import { operation } from '../../testing.ts';
import type { TestBrowser } from '../../testing.ts';
import { recordAbsence } from '../incidents/testing.ts';
import { codeOf, enrolTablet, fullMarks, hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';

const { judging, stage } = contract;

describe.each(Object.entries(engines))('judging on %s', (_engine, open) => {
  let day: Hall;
  let one: Seated;
  let two: Seated;
  beforeAll(async () => {
    day = await hall(open, 3, 12);
    [one, two] = day.judges as [Seated, Seated];
  });
  afterAll(() => day.server.dispose());

  const place = (judge: Seated, order: number) => ({
    ...day.params,
    judge: judge.id,
    proposal: day.projects[order - 1] ?? '',
  });
  const body = (base: number, marks: Marks = fullMarks, comment = '') => ({
    operation: operation(),
    base,
    marks,
    comment,
  });
  const bookOf = (judge: Seated, tablet: TestBrowser = judge.tablet) =>
    tablet.call(judging.book, { params: { ...day.params, judge: judge.id } });
  const sheetOf = async (judge: Seated, order: number): Promise<Sheet | undefined> =>
    (await bookOf(judge)).sheets.find(({ proposal }) => proposal === day.projects[order - 1]);
  const acts = async (action: string) => {
    const { ledger } = day.server.context.store.t;
    return day.server.context.store.read
      .select()
      .from(ledger)
      .where(and(eq(ledger.scope, day.competition), eq(ledger.action, action)))
      .orderBy(ledger.seq);
  };

  describe('saving', () => {
    test('half a sheet → a revision; the book shows it with no total while a cell is empty', async () => {
      await day.call(1);
      const saved = await one.tablet.call(judging.save, {
        params: place(one, 1),
        body: body(0, { need: '18.5', team: '0' }, '看得见的变化'),
      });
      expect(saved.revision).toBe(1);
      expect(await sheetOf(one, 1)).toEqual({
        proposal: day.projects[0],
        revision: 1,
        status: 'draft',
        marks: { need: '18.5', team: '0' },
        comment: '看得见的变化',
        total: '',
        savedAt: saved.savedAt,
        receipt: null,
        returned: null,
      });
    });

    test('answer lost, sent again later → the same answer and no second revision', async () => {
      const request = { params: place(two, 1), body: body(0, { need: '7' }) };
      const first = await two.tablet.call(judging.save, request);
      day.server.clock.at += 60_000;
      expect(await two.tablet.call(judging.save, request)).toEqual(first);
      expect((await sheetOf(two, 1))?.revision).toBe(1);
      const changed = { ...request, body: { ...request.body, marks: { need: '8' } } };
      expect((await two.tablet.fail(judging.save, changed)).code).toBe('operation_reused');
    });

    test('one sheet on two tablets → the second gets both versions, and nothing is overwritten', async () => {
      const other = await enrolTablet(day, one.seat);
      const code = await codeOf(day.server, one.id);
      const signIn = { params: { judge: one.id }, body: { operation: operation(), code } };
      await other.call(contract.devices.signIn, signIn);
      await one.tablet.call(judging.save, { params: place(one, 1), body: body(1, { need: '19' }) });
      const error = await other.fail(judging.save, {
        params: place(one, 1),
        body: body(1, { need: '3' }),
      });
      expect(error.code).toBe('stale_revision');
      expect(error.current).toMatchObject({ revision: 2, status: 'draft', marks: { need: '19' } });
      const submission = await other.fail(judging.submit, { params: place(one, 1), body: body(1) });
      expect([submission.code, submission.current]).toEqual(['stale_revision', error.current]);
    });

    test.each([
      ['above the full mark', { need: '20.5' }, 'marks.need', '高于满分 20'],
      ['between the steps', { team: '8.25' }, 'marks.team', '不是按 0.5 分一档的分值'],
      ['for no criterion', { taste: '1' }, 'marks.taste', '评分标准里没有这一项'],
    ])('mark %s → refused by its name', async (_what, marks, path, message) => {
      const error = await two.tablet.fail(judging.save, {
        params: place(two, 1),
        body: body(1, marks as Marks),
      });
      expect([error.code, error.fields]).toEqual(['invalid_input', [{ path, message }]]);
    });

    test('a number, null or an exponent for a mark → refused', async () => {
      for (const mark of [18, null, '1e1', '05', '-1', ''])
        expect(
          (
            await two.tablet.send(judging.save, {
              params: place(two, 1),
              body: { ...body(1), marks: { need: mark } },
            })
          ).status,
        ).toBe(400);
    });

    test('project not called yet, or not in the order → refused', async () => {
      const early = await one.tablet.fail(judging.save, { params: place(one, 12), body: body(0) });
      expect(early.code).toBe('too_early');
      const params = { ...place(one, 1), proposal: 'project-99' };
      expect((await one.tablet.fail(judging.save, { params, body: body(0) })).code).toBe('not_found');
    });
  });

  describe('submitting', () => {
    test('complete sheet → exact total, signed receipt, marks sealed in the ledger', async () => {
      await day.call(2);
      const sheet = await one.tablet.call(judging.submit, {
        params: place(one, 2),
        body: body(0, fullMarks, '预算可再细'),
      });
      expect([sheet.status, sheet.revision, sheet.total]).toEqual(['submitted', 1, '84']);
      expect(await sheetOf(one, 2)).toEqual(sheet);

      const { receipt } = sheet;
      if (!receipt) throw new Error('no receipt');
      const entry = (await acts('sheet_submitted')).at(-1);
      expect([entry?.seq, entry?.hash, entry?.at]).toEqual([receipt.seq, receipt.hash, receipt.at]);
      const { publicKey } = day.server.context.signer;
      const said = receiptBody({ competition: day.competition, ...receipt });
      expect(verifySignature(said, receipt.signature, publicKey)).toBe(true);
      expect(JSON.stringify(entry)).not.toMatch(/18\.5|预算可再细/);

      const { opening } = day.server.context.store.t;
      const openings = await day.server.context.store.read
        .select({ field: opening.field, value: opening.value })
        .from(opening)
        .where(and(eq(opening.scope, day.competition), eq(opening.seq, receipt.seq)))
        .orderBy(opening.field);
      expect(openings).toEqual([
        { field: 'comment', value: '预算可再细' },
        { field: 'marks', value: fullMarks },
      ]);
    });

    test('answer lost, sent again → the same revision, time and receipt, one entry', async () => {
      const request = { params: place(two, 2), body: body(0) };
      const before = (await acts('sheet_submitted')).length;
      const first = await two.tablet.call(judging.submit, request);
      day.server.clock.at += 60_000;
      expect(await two.tablet.call(judging.submit, request)).toEqual(first);
      expect((await acts('sheet_submitted')).length).toBe(before + 1);
      const changed = { ...request, body: { ...request.body, marks: { ...fullMarks, need: '1' } } };
      expect((await two.tablet.fail(judging.submit, changed)).code).toBe('operation_reused');
    });

    test('an empty cell → refused by the name of the criterion', async () => {
      const { need, ...rest } = fullMarks;
      const params = place(day.judges[2] as Seated, 2);
      const { tablet } = day.judges[2] as Seated;
      const error = await tablet.fail(judging.submit, { params, body: body(0, rest) });
      expect([need, error.code, error.fields]).toEqual([
        '18.5',
        'invalid_input',
        [{ path: 'marks.need', message: '还没有打分' }],
      ]);
    });

    test('submitted sheet → no draft goes over it; a new submission corrects it, with trace', async () => {
      const draft = await one.tablet.fail(judging.save, { params: place(one, 2), body: body(1) });
      expect([draft.code, draft.message]).toEqual(['wrong_state', '这份评分表已提交，要改请改好后重新提交']);
      const corrected = await one.tablet.call(judging.submit, {
        params: place(one, 2),
        body: body(1, { ...fullMarks, need: '20' }),
      });
      expect([corrected.revision, corrected.total]).toEqual([2, '85.5']);
      const entries = (await acts('sheet_submitted')).filter(({ data }) => data['judge'] === one.id);
      expect(entries.map(({ data }) => data['revision'])).toEqual([1, 2]);
      const { sheetRevision } = day.server.context.store.t;
      const revisions = await day.server.context.store.read
        .select({ marks: sheetRevision.marks })
        .from(sheetRevision)
        .where(and(eq(sheetRevision.judge, one.id), eq(sheetRevision.proposal, day.projects[1] ?? '')))
        .orderBy(sheetRevision.revision);
      expect(revisions.map(({ marks }) => marks['need'])).toEqual(['18.5', '20']);
    });

    test('three judges at once, each twice → one entry each, a ledger without gaps', async () => {
      await day.call(3);
      const requests = day.judges.map((judge) => ({
        judge,
        request: { params: place(judge, 3), body: body(0) },
      }));
      await Promise.all(
        [...requests, ...requests].map(({ judge, request }) => judge.tablet.call(judging.submit, request)),
      );
      const entries = (await acts('sheet_submitted')).filter(({ data }) => data['entry'] === 'project-3');
      expect(entries.map(({ data }) => data['judge']).sort()).toEqual(day.judges.map(({ id }) => id).sort());
      const { ledger } = day.server.context.store.t;
      const all = await day.server.context.store.read
        .select({ seq: ledger.seq })
        .from(ledger)
        .where(eq(ledger.scope, day.competition))
        .orderBy(ledger.seq);
      expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    });
  });

  describe('off the project', () => {
    test('own recusal on stage → draft hidden and kept, no more marks; recused twice is recused', async () => {
      await day.call(4);
      await one.tablet.call(judging.save, { params: place(one, 4), body: body(0, { need: '11.5' }) });
      const request = {
        params: place(one, 4),
        body: { operation: operation(), reason: '亲属在申报主体任职' },
      };
      const sheet = await one.tablet.call(judging.recuse, request);
      expect([sheet.status, sheet.marks, sheet.comment, sheet.total]).toEqual(['recused', {}, '', '']);
      expect(await one.tablet.call(judging.recuse, request)).toEqual(sheet);
      const again = { ...request, body: { ...request.body, operation: operation() } };
      expect(await one.tablet.call(judging.recuse, again)).toEqual(sheet);
      const recorded = (await acts('recusal_recorded')).filter(({ data }) => data['entry'] === 'project-4');
      expect(recorded.map(({ actor, data }) => [actor, data['kind'], data['source']])).toEqual([
        [`judge:${one.id}`, 'must', 'declared'],
      ]);
      for (const route of [judging.save, judging.submit])
        expect((await one.tablet.fail(route, { params: place(one, 4), body: body(1) })).code).toBe(
          'not_scoring',
        );
      const { sheet: sheets } = day.server.context.store.t;
      const [row] = await day.server.context.store.read
        .select({ marks: sheets.marks })
        .from(sheets)
        .where(and(eq(sheets.judge, one.id), eq(sheets.proposal, 'project-4')));
      expect(row?.marks).toEqual({ need: '11.5' });
    });

    test('recorded as absent → no marks from this judge, none shown', async () => {
      await two.tablet.call(judging.save, { params: place(two, 4), body: body(0, { need: '9' }) });
      const change = {
        judge: two.id,
        proposals: ['project-4', 'project-5'],
        absent: 'left' as const,
        reason: '中午接通知返镇处置突发事项',
      };
      await recordAbsence(day, day.as.host, change, null);
      expect(await sheetOf(two, 4)).toMatchObject({ status: 'absent', marks: {}, total: '' });
      const error = await two.tablet.fail(judging.submit, { params: place(two, 4), body: body(2) });
      expect(error.code).toBe('not_scoring');
    });

    test('project withdrew → no marks', async () => {
      await day.call(6);
      await day.as.host.call(stage.withdraw, {
        params: { ...day.params, proposal: 'project-6' },
        body: { operation: operation(), reason: '申报主体书面退出答辩' },
      });
      for (const route of [judging.save, judging.submit]) {
        const error = await one.tablet.fail(route, { params: place(one, 6), body: body(0) });
        expect([error.code, error.message]).toEqual(['wrong_state', '这个项目已退出答辩']);
      }
      expect((await bookOf(one)).defenses.find(({ order }) => order === 6)?.withdrawn).toBe(true);
    });
  });

  test('session locked → nothing can be written, a lost answer still comes back and, like the book, says locked', async () => {
    const third = day.judges[2] as Seated;
    const lost = { params: place(third, 1), body: body(0) };
    await day.call(1);
    const answer = await third.tablet.call(judging.submit, lost);
    await one.tablet.call(judging.submit, { params: place(one, 1), body: body(2) });
    await two.tablet.call(judging.submit, { params: place(two, 1), body: body(1) });
    await third.tablet.call(judging.submit, { params: place(third, 2), body: body(0) });
    await day.as.tally_clerk.call(stage.lock, {
      params: { ...day.params, session: 'am' },
      body: { operation: operation() },
    });
    expect(await third.tablet.call(judging.submit, lost)).toEqual({ ...answer, status: 'locked' });
    const base = (await sheetOf(one, 1))?.revision ?? 0;
    for (const route of [judging.save, judging.submit])
      expect((await one.tablet.fail(route, { params: place(one, 1), body: body(base) })).code).toBe('locked');
    const recusal = { params: place(one, 1), body: { operation: operation(), reason: '忽然想起' } };
    expect((await one.tablet.fail(judging.recuse, recusal)).code).toBe('locked');
    const book = await bookOf(one);
    expect(book.lockedSessions).toEqual(['am']);
    expect(book.sheets.find(({ proposal }) => proposal === 'project-1')).toMatchObject({
      status: 'locked',
      marks: fullMarks,
      total: '84',
    });
  });
});
