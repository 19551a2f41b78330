import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from './operation.ts';
import { createRecorder } from './recorder.ts';

const draft = (id: string): Draft => ({
  id,
  competition: 'c',
  judge: 'j',
  act: { kind: 'save', proposal: 'p7', marks: {}, comment: '' },
  base: 0,
  after: null,
  madeAt: 0,
});

let disk: string[] = [];
let states: boolean[] = [];
let broken = false;
const write = ({ id }: Draft): Promise<void> => {
  if (broken) return Promise.reject(new Error('QuotaExceededError'));
  disk.push(id);
  return Promise.resolve();
};

beforeEach(() => {
  vi.useFakeTimers();
  disk = [];
  states = [];
  broken = false;
});
afterEach(() => vi.useRealTimers());

describe('createRecorder', () => {
  it('three quick acts → on the disk in their order, storage fine', async () => {
    const recorder = createRecorder(write, (failed) => states.push(failed));
    for (const id of ['a', 'b', 'c']) recorder.record(draft(id));
    await vi.advanceTimersByTimeAsync(0);
    expect(disk).toEqual(['a', 'b', 'c']);
    expect(states).toEqual([false]);
  });

  it('storage fails → says so, keeps every draft, and writes them all in order when it works again', async () => {
    const recorder = createRecorder(write, (failed) => states.push(failed));
    broken = true;
    recorder.record(draft('a'));
    recorder.record(draft('b'));
    await vi.advanceTimersByTimeAsync(0);
    expect(states).toEqual([true]);
    expect(recorder.pending().map(({ id }) => id)).toEqual(['a', 'b']);
    broken = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(disk).toEqual(['a', 'b']);
    expect(states).toEqual([true, false]);
    expect(recorder.pending()).toEqual([]);
  });
});
