import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadOrCreateSigner } from '../../signing.ts';
import { openSqlite } from '../sqlite.ts';
import { installationScope } from '../store.ts';
import type { Store } from '../store.ts';
import { openAutoCopies } from './auto-copies.ts';
import type { AutoCopies } from './auto-copies.ts';
import { listCopies } from './copies.ts';
import { makeCopy } from './make-copy.ts';

const minute = 60_000;
let root: string;
let data: string;
let stick: string;
let store: Store;
let copies: AutoCopies | null;
let at: number;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  root = mkdtempSync(join(tmpdir(), 'gongping-auto-'));
  [data, stick] = [join(root, 'data'), join(root, 'stick')];
  store = openSqlite(data);
  loadOrCreateSigner(join(data, 'signing.key'));
  at = 0;
  copies = null;
});
afterEach(async () => {
  await copies?.close();
  vi.useRealTimers();
  await store.close();
  rmSync(root, { recursive: true });
});

/** Copies made in this process, or a fault in words instead of them. */
async function open(fault: () => string | null = () => null): Promise<{ begun: number[] }> {
  const begun: number[] = [];
  copies = await openAutoCopies(store, {
    dataFolder: data,
    backupFolder: stick,
    now: () => at,
    start: () => {
      begun.push(at / minute);
      const said = fault();
      const made = said === null ? makeCopy(data, stick, at).then(() => null) : Promise.resolve(said);
      return { done: made, stop: () => undefined };
    },
  });
  return { begun };
}
async function pass(minutes: number): Promise<void> {
  for (let step = 0; step < minutes * 2; step += 1) {
    at += minute / 2;
    await vi.advanceTimersByTimeAsync(minute / 2);
    await vi.waitFor(() => expect(copies?.state().running).toBe(false), { timeout: 30_000 });
  }
}
const write = (value: number) => {
  const { fact } = store.t;
  return store.write(installationScope, (tx) =>
    tx.insert(fact).values({ name: 'x', value }).onConflictDoUpdate({ target: fact.name, set: { value } }),
  );
};

test('half a minute after the start, then every five minutes in which something was written', async () => {
  const { begun } = await open();
  await pass(6);
  await write(1);
  await pass(10);
  await write(2);
  await pass(5);
  expect(begun).toEqual([0.5, 10, 20]);
  const { latest, count, fault, late } = copies?.state() ?? {};
  expect({ latest, count, fault, late }).toEqual({
    latest: { number: 3, at: 20 * minute },
    count: 3,
    fault: null,
    late: false,
  });
  expect((await listCopies(stick)).length).toBe(3);
});

test('disk that cannot be written → said in words, tried again, late after two turns', async () => {
  let broken: string | null = '备份盘写不了';
  const { begun } = await open(() => broken);
  await pass(6);
  expect(copies?.state()).toMatchObject({ fault: '备份盘写不了', late: false, latest: null });
  await pass(6);
  expect(copies?.state().late).toBe(true);
  broken = null;
  await pass(4);
  expect(copies?.state()).toMatchObject({ fault: null, late: false, latest: { number: 1 } });
  expect(begun).toEqual([0.5, 5, 10, 15]);
});

test('asked for twice at once → one copy; a server started on the folder knows it', async () => {
  const { begun } = await open();
  await Promise.all([copies?.copyNow(), copies?.copyNow()]);
  expect(begun).toEqual([0]);
  await copies?.close();
  await open();
  expect(copies?.state()).toMatchObject({ latest: { number: 1, at: 0 }, count: 1, sameDisk: true });
});

test('the program itself, in a process of its own → a copy that is there', async () => {
  vi.useRealTimers();
  copies = await openAutoCopies(store, { dataFolder: data, backupFolder: stick, now: Date.now });
  expect(await copies.copyNow()).toMatchObject({ fault: null, count: 1, latest: { number: 1 } });
});
