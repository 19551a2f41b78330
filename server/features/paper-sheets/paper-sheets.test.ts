import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { engines } from '../../store/testing.ts';
import { operation } from '../../testing.ts';
import { returnSheet, secondPerson, sheetOf, submission, submit } from '../incidents/testing.ts';
import type { SecondPerson } from '../incidents/testing.ts';
import { fullMarks, hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';

const { incidents, judging, paperSheets, stage } = contract;

describe.each(Object.entries(engines))('paper sheets on %s', (_engine, open) => {
  let day: Hall;
  let one: Seated;
  let two: Seated;
  let reader: SecondPerson;
  beforeAll(async () => {
    day = await hall(open, 2, 6);
    [one, two] = day.judges as [Seated, Seated];
    reader = await secondPerson(day);
    await day.call(1);
  });
  afterAll(() => day.server.dispose());

  const paper = (judge: Seated, order: number, more: object = {}) => ({
    params: day.params,
    body: {
      operation: operation(),
      judge: judge.id,
      proposal: day.projects[order - 1] ?? '',
      control: '84',
      marks: fullMarks,
      comment: '',
      again: null,
      ...more,
    },
  });
  const enter = (judge: Seated, order: number) =>
    day.as.tally_clerk.call(paperSheets.enter, paper(judge, order));
  const readBack = (entry: number, by: SecondPerson = reader) => ({
    params: { ...day.params, entry: String(entry) },
    body: { operation: operation(), reader: by },
  });
  const stillOpen = async () =>
    (await day.as.host.call(incidents.countersignatures, { params: day.params })).map(({ entry }) => entry);

  test('marks that do not add up to the total on the paper → refused by the sums, nothing is written', async () => {
    const error = await day.as.tally_clerk.fail(paperSheets.enter, paper(one, 1, { control: '85' }));
    expect([error.code, error.fields.map(({ path }) => path)]).toEqual(['invalid_input', ['control']]);
    expect((await sheetOf(day, one, 1)).status).toBe('none');
  });

  test('an empty item, a mark beyond its maximum → refused by its name', async () => {
    const { need, ...rest } = fullMarks;
    const empty = await day.as.tally_clerk.fail(paperSheets.enter, paper(one, 1, { marks: rest }));
    expect([need, empty.fields.map(({ path }) => path)]).toEqual(['18.5', ['marks.need']]);
  });

  test('keyed → its judge’s submitted sheet, from paper; no reply of staff holds a mark before the lock', async () => {
    const reply = await day.as.tally_clerk.send(paperSheets.enter, paper(one, 1));
    expect(reply.status).toBe(200);
    expect(reply.text).not.toMatch(/18\.5|15\.5/);
    const sheet = await sheetOf(day, one, 1);
    expect([sheet.status, sheet.total, sheet.receipt]).toEqual([
      'submitted',
      '84',
      (reply.body as { receipt: unknown }).receipt,
    ]);
    const { ledger, sheetRevision } = day.server.context.store.t;
    const [entry] = await day.server.context.store.read
      .select({ actor: ledger.actor, data: ledger.data })
      .from(ledger)
      .where(and(eq(ledger.scope, day.competition), eq(ledger.action, 'sheet_submitted')));
    expect([entry?.actor.split(':')[0], entry?.data['source']]).toEqual(['officer', 'paper']);
    const [revision] = await day.server.context.store.read
      .select({ action: sheetRevision.action })
      .from(sheetRevision)
      .where(eq(sheetRevision.judge, one.id));
    expect(revision?.action).toBe('paper');
    for (const browser of Object.values(day.as))
      for (const route of [
        stage.console,
        incidents.countersignatures,
        contract.ledger.page,
        paperSheets.keying,
      ])
        expect((await browser.send(route, { params: day.params })).text).not.toMatch(/18\.5|15\.5/);
  });

  test('read back by the clerk alone, or with a wrong secret → still open; by somebody else → done, once', async () => {
    const [entry = 0] = await stillOpen();
    const wrong = readBack(entry, { ...reader, secret: '000000' });
    expect((await day.as.tally_clerk.fail(paperSheets.readBack, wrong)).code).toBe('approval_refused');
    const { account } = await day.as.tally_clerk.call(contract.session.current);
    const self = readBack(entry, { approver: account?.id ?? '', secret: reader.secret });
    expect((await day.as.tally_clerk.fail(paperSheets.readBack, self)).message).toBe(
      '经办人不能复核自己的操作',
    );
    expect(await stillOpen()).toEqual([entry]);
    await day.as.tally_clerk.call(paperSheets.readBack, readBack(entry));
    expect(await stillOpen()).toEqual([]);
    expect((await day.as.tally_clerk.fail(paperSheets.readBack, readBack(entry))).code).toBe('wrong_state');
  });

  test('answer lost, sent again → one sheet, the same receipt', async () => {
    const request = paper(two, 1);
    const first = await day.as.operator.call(paperSheets.enter, request);
    expect(await day.as.operator.call(paperSheets.enter, request)).toEqual(first);
    expect((await sheetOf(day, two, 1)).revision).toBe(1);
    await day.as.operator.call(paperSheets.readBack, readBack(first.entry));
  });

  test('a sheet there already → the clerk is told to have it returned', async () => {
    const error = await day.as.tally_clerk.fail(paperSheets.enter, paper(one, 1));
    expect([error.code, error.message]).toEqual([
      'wrong_state',
      '这份评分表已经有了（平板提交或已录入）；要改请办“退回修改”',
    ]);
    expect((await day.as.tally_clerk.fail(paperSheets.enter, paper(one, 6))).code).toBe('too_early');
  });

  test('a dead tablet with a draft on the server → the paper goes over it; the tablet that comes back is asked', async () => {
    await day.call(2);
    await one.tablet.call(judging.save, submission(day, one, 2, 0, { need: '3' }));
    await enter(one, 2);
    const sheet = await sheetOf(day, one, 2);
    expect([sheet.status, sheet.revision, sheet.marks]).toEqual(['submitted', 2, fullMarks]);
    const late = await one.tablet.fail(
      judging.submit,
      submission(day, one, 2, 1, { ...fullMarks, need: '3' }),
    );
    expect([late.code, late.current]).toEqual(['stale_revision', sheet]);
  });

  test('a returned sheet corrected on paper → a correction, locked again where its session is', async () => {
    await submit(day, two, 2);
    await day.as.tally_clerk.call(stage.lock, {
      params: { ...day.params, session: 'am' },
      body: { operation: operation() },
    });
    expect((await day.as.tally_clerk.fail(paperSheets.enter, paper(two, 2))).code).toBe('locked');
    const change = { judge: two.id, proposal: 'project-2', reason: '平板坏了，改在纸上' };
    await returnSheet(day, day.as.tally_clerk, change, reader);
    const marks = { ...fullMarks, need: '20' };
    await day.as.tally_clerk.call(paperSheets.enter, paper(two, 2, { marks, control: '85.5' }));
    const sheet = await sheetOf(day, two, 2);
    expect([sheet.status, sheet.total, sheet.returned]).toEqual(['locked', '85.5', null]);
  });

  test('keying twice → without the second keying, or with another mark, refused; alike → taken', async () => {
    await day.as.supervisor.call(paperSheets.setKeying, { params: day.params, body: { twice: true } });
    expect((await day.as.tally_clerk.call(paperSheets.keying, { params: day.params })).twice).toBe(true);
    await day.call(3);
    const once = await day.as.tally_clerk.fail(paperSheets.enter, paper(one, 3));
    expect(once.fields.map(({ path }) => path)).toEqual(['again']);
    const again = { ...fullMarks, team: '8' };
    const differs = await day.as.tally_clerk.fail(paperSheets.enter, paper(one, 3, { again }));
    expect(differs.fields).toEqual([{ path: 'again.team', message: '团队能力：两次录入不同，8.5 和 8' }]);
    expect((await sheetOf(day, one, 3)).status).toBe('none');
    await day.as.tally_clerk.call(paperSheets.enter, paper(one, 3, { again: fullMarks }));
    expect((await sheetOf(day, one, 3)).total).toBe('84');
  });

  test('a clerk may not say how sheets are keyed; a host may not key them', async () => {
    const setting = { params: day.params, body: { twice: false } };
    expect((await day.as.tally_clerk.fail(paperSheets.setKeying, setting)).code).toBe('forbidden');
    expect((await day.as.host.fail(paperSheets.enter, paper(two, 3))).code).toBe('forbidden');
  });
});
