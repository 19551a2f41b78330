import { and, eq, getTableColumns } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { isKnownEntry } from '../../../shared/ledger/known-entry.ts';
import { replay } from '../../../shared/ledger/replay.ts';
import { engines } from '../../store/testing.ts';
import { fullMarks, hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';
import {
  carryOut,
  failPreview,
  lock,
  recordAbsence,
  scoreAll,
  secondPerson,
  sheetOf,
  submission,
  submit,
} from './testing.ts';
import type { SecondPerson } from './testing.ts';

const { incidents, judging, stage } = contract;
const absenceUndone = [incidents.previewRestoring, incidents.withdrawAbsence] as const;
const recusal = [incidents.previewRecusal, incidents.recordRecusal] as const;
const recusalUndone = [incidents.previewReadmission, incidents.withdrawRecusal] as const;

describe.each(Object.entries(engines))('judges who leave, recuse and come back on %s', (_engine, open) => {
  let day: Hall;
  let one: Seated;
  let two: Seated;
  let second: SecondPerson;
  beforeAll(async () => {
    day = await hall(open, 6, 4);
    [one, two] = day.judges as [Seated, Seated];
    second = await secondPerson(day);
    await day.call(1);
    await submit(day, one, 1);
  });
  afterAll(() => day.server.dispose());

  const mistaken = (judge: Seated, order: number) => ({
    judge: judge.id,
    proposal: day.projects[order - 1] ?? '',
    reason: '登记时选错了人',
  });
  const leaves = (judge: Seated, ...orders: number[]) => ({
    judge: judge.id,
    proposals: orders.map((order) => day.projects[order - 1] ?? ''),
    absent: 'left' as const,
    reason: '接通知返镇处置突发事项',
  });
  const cellsOf = async (judge: Seated) => {
    const { rows, judges } = await day.as.host.call(stage.console, { params: day.params });
    const column = judges.findIndex(({ id }) => id === judge.id);
    return rows.map(({ cells }) => cells[column]);
  };
  /** What the ledger alone says of a sheet. */
  const replayed = async (judge: Seated, order: number) => {
    const { ledger, opening } = day.server.context.store.t;
    const { read } = day.server.context.store;
    const { scope, ...entry } = getTableColumns(ledger);
    const rows = await read.select(entry).from(ledger).where(eq(scope, day.competition)).orderBy(ledger.seq);
    const openings = await read.select().from(opening).where(eq(opening.scope, day.competition));
    return replay(rows.filter(isKnownEntry), openings).sheets.find(
      (sheet) => sheet.judge === judge.id && sheet.entry === day.projects[order - 1],
    );
  };

  test('leaves after No. 1 → what was given stays, the rest is 未评; the preview names panel and rule', async () => {
    const { previewed, done } = await recordAbsence(day, day.as.host, leaves(one, 2, 3, 4), second);
    expect(previewed.effect.projects[0]).toEqual({
      proposal: 'project-2',
      panel: 6,
      before: 6,
      after: 5,
      counting: 'trimmed',
    });
    expect(await cellsOf(one)).toEqual(['sent', 'absent', 'absent', 'absent']);
    expect(done.countersign).toBe(false);
    const another = await recordAbsence(day, day.as.host, leaves(two, 2, 3, 4), second);
    expect(another.previewed.effect.projects.map(({ after, counting }) => `${after} ${counting}`)).toEqual(
      Array.from({ length: 3 }, () => '4 plain'),
    );
  });

  test('recorded by mistake, taken back → the draft that was hidden is there again and can be submitted', async () => {
    await day.call(3);
    await carryOut(day, day.as.tally_clerk, absenceUndone, mistaken(two, 3), second);
    await two.tablet.call(
      judging.save,
      submission(day, two, 3, (await sheetOf(day, two, 3)).revision, { need: '7' }),
    );
    await recordAbsence(day, day.as.host, leaves(two, 3), second);
    expect((await sheetOf(day, two, 3)).marks).toEqual({});
    const { previewed } = await carryOut(day, day.as.host, absenceUndone, mistaken(two, 3), second);
    expect(previewed.effect.sheets[0]).toMatchObject({ before: 'absent', after: 'draft' });
    expect((await sheetOf(day, two, 3)).marks).toEqual({ need: '7' });
    await submit(day, two, 3);
    expect(await replayed(two, 3)).toMatchObject({ marks: fullMarks });
    const none = await failPreview(day, day.as.host, incidents.previewRestoring, mistaken(two, 3));
    expect(none.message).toBe('这份没有记为未评');
  });

  test('a conflict found after the marks were given → they count no more and stay; taken back → they count again', async () => {
    const change = { ...mistaken(two, 3), grounds: ['relative' as const] };
    const { previewed } = await carryOut(day, day.as.host, recusal, change, second);
    expect(previewed.effect.sheets[0]).toMatchObject({ before: 'sent', after: 'recused' });
    expect((await sheetOf(day, two, 3)).marks).toEqual({});
    expect(await replayed(two, 3)).toMatchObject({ absent: 'recused' });
    expect((await failPreview(day, day.as.host, incidents.previewRecusal, change)).code).toBe(
      'already_exists',
    );
    await carryOut(day, day.as.host, recusalUndone, mistaken(two, 3), second);
    expect((await sheetOf(day, two, 3)).marks).toEqual(fullMarks);
    expect(await replayed(two, 3)).toMatchObject({ marks: fullMarks });
  });

  test('after the lock → a recusal still takes the sheet out; an absence opens by 退回修改 only', async () => {
    await scoreAll({ ...day, judges: day.judges.slice(2) }, [1, 2]);
    await day.call(1);
    await submit(day, two, 1);
    await lock(day, 'am');
    const refused = await failPreview(day, day.as.host, incidents.previewRestoring, mistaken(one, 2));
    expect(refused.message).toContain('退回修改');
    await carryOut(
      day,
      day.as.tally_clerk,
      [incidents.previewReturn, incidents.returnSheet],
      mistaken(one, 2),
      second,
    );
    expect((await submit(day, one, 2)).status).toBe('locked');
    expect(await replayed(one, 2)).toMatchObject({ marks: fullMarks });
    const change = { ...mistaken(one, 2), grounds: ['cooperation' as const] };
    const { previewed } = await carryOut(day, day.as.tally_clerk, recusal, change, null);
    expect([previewed.effect.signed, await cellsOf(one)]).toEqual([
      ['am'],
      ['done', 'recused', 'absent', 'absent'],
    ]);
    const waiting = await day.as.host.call(incidents.countersignatures, { params: day.params });
    expect(waiting.map(({ act }) => act)).toEqual(['recusal_recorded']);
    const { ledger } = day.server.context.store.t;
    const [first] = await day.server.context.store.read
      .select({ data: ledger.data })
      .from(ledger)
      .where(and(eq(ledger.scope, day.competition), eq(ledger.action, 'recusal_withdrawn')));
    expect(first?.data['approver']).toBe(second.approver);
  });
});
