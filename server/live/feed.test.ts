import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sqliteForTest } from '../store/testing.ts';
import type { TestStore } from '../store/testing.ts';
import { openFeed } from './feed.ts';
import type { Feed } from './feed.ts';
import { openHub } from './hub.ts';
import type { Hub } from './hub.ts';

interface Value {
  seq: number;
}

let opened: TestStore;
let hub: Hub;
let seq: number;
let loads: number;
let feed: Feed<Value>;
let broken: boolean;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  opened = await sqliteForTest();
  hub = openHub(opened.store);
  [seq, loads, broken] = [1, 0, false];
  feed = openFeed(hub, {
    seq: () => (broken ? Promise.reject(new Error('store closed')) : Promise.resolve(seq)),
    load: () => Promise.resolve({ seq, load: (loads += 1) }),
  });
});
afterEach(async () => {
  vi.useRealTimers();
  hub.close();
  await opened.dispose();
});

/** A commit in the competition, and everything that follows from it at once. */
async function commit(): Promise<void> {
  await opened.store.write('c1', () => Promise.resolve());
  await new Promise((resolve) => setImmediate(resolve));
}
async function listen(): Promise<{ told: number[]; leave: () => void }> {
  const told: number[] = [];
  const leave = await feed.listen('c1', (value) => told.push(value.seq));
  return { told, leave };
}

test('first listener → the value at once; the second → the same value without another load', async () => {
  const [first, second] = [await listen(), await listen()];
  expect([first.told, second.told, loads]).toEqual([[1], [1], 1]);
});

test('commit that changes nothing shown → nobody is told, nothing is loaded', async () => {
  const { told } = await listen();
  await commit();
  expect([told, loads]).toEqual([[1], 1]);
});

test('burst of changes → the first at once, the last after a pause, each loaded once for all', async () => {
  const listeners = [await listen(), await listen()];
  for (let change = 0; change < 20; change += 1) {
    seq += 1;
    await commit();
  }
  expect(listeners.map(({ told }) => told)).toEqual([
    [1, 2],
    [1, 2],
  ]);
  await vi.advanceTimersByTimeAsync(200);
  expect(listeners.map(({ told }) => told)).toEqual([
    [1, 2, 21],
    [1, 2, 21],
  ]);
  expect(loads).toBe(3);
});

test('a change nobody was told of, then a newcomer → both have the newest', async () => {
  const first = await listen();
  seq = 2;
  const second = await listen();
  expect([first.told, second.told]).toEqual([[1], [2]]);
  await commit();
  expect(first.told).toEqual([1, 2]);
});

test('all gone → nothing is watched; a later listener → the value of then', async () => {
  const { leave, told } = await listen();
  leave();
  expect(hub.size()).toBe(0);
  seq = 5;
  await commit();
  expect(told).toEqual([1]);
  expect((await listen()).told).toEqual([5]);
  expect(hub.size()).toBe(1);
});

test('store that does not answer → asked again after a pause, the listener misses nothing', async () => {
  const { told } = await listen();
  broken = true;
  seq = 2;
  await commit();
  expect(told).toEqual([1]);
  broken = false;
  await vi.advanceTimersByTimeAsync(200);
  expect(told).toEqual([1, 2]);
});

test('value that cannot be loaded → the newcomer is refused and nothing stays watched', async () => {
  broken = true;
  await expect(listen()).rejects.toThrow('store closed');
  expect(hub.size()).toBe(0);
});
