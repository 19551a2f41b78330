import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { makeId } from '../../../shared/ids.ts';
import { record } from '../../ledger.ts';
import { loadOrCreateSigner } from '../../signing.ts';
import { openAutoCopies } from '../../store/backup/auto-copies.ts';
import { makeCopy } from '../../store/backup/make-copy.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { sqliteForTest } from '../../store/testing.ts';
import { recordAbsence } from '../incidents/testing.ts';
import { operation } from '../../testing.ts';
import { fullMarks, hall } from '../stage/testing.ts';
import type { Hall } from '../stage/testing.ts';

let day: Hall;
beforeAll(async () => {
  day = await hall(sqliteForTest, 3, 3);
  await day.call(1);
  await submit(0, 1);
  await submit(1, 1);
  await day.call(2);
  await submit(0, 2);
  await save(1, 2);
});
afterAll(() => day.server.dispose());

const at = (judge: number, order: number) => ({
  ...day.params,
  judge: day.judges[judge]?.id ?? '',
  proposal: day.projects[order - 1] ?? '',
});
const body = () => ({ operation: operation(), base: 0, marks: fullMarks, comment: '' });
const submit = (judge: number, order: number) =>
  day.judges[judge]?.tablet.call(contract.judging.submit, { params: at(judge, order), body: body() });
const save = (judge: number, order: number) =>
  day.judges[judge]?.tablet.call(contract.judging.save, { params: at(judge, order), body: body() });
const report = () => day.as.host.call(contract.recovery.report, { params: day.params });
const readBook = (judge: number, query: { sheets?: number; waiting?: number }) =>
  day.judges[judge]?.tablet.call(contract.judging.book, {
    params: { ...day.params, judge: day.judges[judge]?.id ?? '' },
    query,
  });

test('two projects called → of each judge what is in, begun and missing, and nothing said of a tablet yet', async () => {
  const { judges, stage, disk, copies, restored, after } = await report();
  expect(
    judges.map(({ seat, submitted, drafts, missing, tablet }) => [seat, submitted, drafts, missing, tablet]),
  ).toEqual([
    [1, 2, 0, [], null],
    [2, 1, 1, [2], null],
    [3, 0, 0, [1, 2], null],
  ]);
  expect(stage.order).toBe(2);
  expect([copies, restored, after]).toEqual([null, null, 'first']);
  expect(Number(disk?.free)).toBeGreaterThan(0);
});

test('tablet reads its book with its own counts → they stand beside the server’s', async () => {
  await readBook(0, { sheets: 2, waiting: 0 });
  await readBook(1, { sheets: 2, waiting: 1 });
  await expect
    .poll(async () => (await report()).judges.map(({ tablet }) => tablet && [tablet.sheets, tablet.waiting]))
    .toEqual([[2, 0], [2, 1], null]);
});

test('server started anew → what tablets said before counts no more until they say it again', async () => {
  await readBook(0, { sheets: 2, waiting: 0 });
  await expect.poll(async () => (await report()).judges[0]?.tablet).not.toBeNull();
  const { context, clock } = day.server;
  clock.at += 60_000;
  context.startedAt = clock.at;
  expect((await report()).judges[0]?.tablet).toBeNull();
  await readBook(0, { sheets: 2, waiting: 0 });
  await expect
    .poll(async () => (await report()).judges[0]?.tablet)
    .toEqual({ sheets: 2, waiting: 0, at: clock.at });
});

test('absence recorded, project withdrawn → neither is missing any more', async () => {
  const change = {
    judge: day.judges[2]?.id ?? '',
    proposals: [day.projects[0] ?? ''],
    absent: 'left' as const,
    reason: '有事先走',
  };
  await recordAbsence(day, day.as.host, change, null);
  await day.as.host.call(contract.stage.withdraw, {
    params: { ...day.params, proposal: day.projects[1] ?? '' },
    body: { operation: operation(), reason: '负责人生病' },
  });
  expect((await report()).judges.map(({ missing }) => missing)).toEqual([[], [], []]);
});

test('whole ledger → chain and sheets agree; a sheet changed behind its back differs, a changed entry breaks it', async () => {
  const { context, competition } = { ...day.server, ...day };
  const check = () => day.as.supervisor.call(contract.recovery.ledger, { params: day.params });
  expect(await check()).toMatchObject({ brokenAt: null, differing: 0 });
  const { store } = context;
  await store.write(competition, (tx) =>
    tx.update(store.t.sheet).set({ marks: { ...fullMarks, need: '1' } }),
  );
  expect((await check()).differing).toBe(3);
  await store.write(competition, (tx) => tx.update(store.t.sheet).set({ marks: fullMarks }));
  await store.write(competition, (tx) => tx.update(store.t.ledger).set({ action: 'published' }));
  expect((await check()).brokenAt).toBe(1);
});

test('restored from a copy → when, and how old the copy was; the console says that the server was started anew', async () => {
  const { context } = day.server;
  const taken = context.now() - 240_000;
  await context.store.write(day.competition, (tx) =>
    record(context, tx, day.competition, {
      at: context.now(),
      actor: 'system',
      action: 'backup_restored',
      subject: `competition:${day.competition}`,
      data: { epoch: makeId(0, randomBytes(10)), size: 3, taken },
      sealed: {},
    }),
  );
  context.beginning = { kind: 'restored', at: context.now(), taken };
  expect(await report()).toMatchObject({ after: 'restored', restored: { at: context.now(), taken } });
  const { recovered, copies } = await day.as.host.call(contract.stage.console, { params: day.params });
  expect({ recovered, copies }).toEqual({
    recovered: { at: context.startedAt, after: 'restored' },
    copies: null,
  });
});

test('copy asked for → made, and its state told; without a folder for copies said what to do', async () => {
  const ask = { params: day.params };
  const refused = await day.as.operator.fail(contract.recovery.copyNow, ask);
  expect([refused.code, refused.message.includes('BACKUP')]).toEqual(['wrong_state', true]);
  const root = mkdtempSync(join(tmpdir(), 'gongping-recovery-'));
  const [data, stick] = [join(root, 'data'), join(root, 'stick')];
  await openSqlite(data).close();
  loadOrCreateSigner(join(data, 'signing.key'));
  const { context, clock } = day.server;
  let fault: string | null = null;
  context.copies = await openAutoCopies(context.store, {
    dataFolder: data,
    backupFolder: stick,
    now: () => clock.at,
    start: () => ({ done: makeCopy(data, stick, clock.at).then(() => fault), stop: () => undefined }),
  });
  const latest = { number: 1, at: clock.at };
  expect(await day.as.operator.call(contract.recovery.copyNow, ask)).toMatchObject({
    folder: stick,
    latest,
    fault,
  });
  expect((await report()).copies?.latest).toEqual(latest);
  expect((await day.as.host.call(contract.stage.console, ask)).copies).toEqual({
    at: clock.at,
    failing: false,
  });
  fault = '备份盘写不了';
  expect((await day.as.operator.call(contract.recovery.copyNow, ask)).fault).toBe(fault);
  expect((await day.as.host.call(contract.stage.console, ask)).copies?.failing).toBe(true);
  await context.copies.close();
  rmSync(root, { recursive: true });
});
