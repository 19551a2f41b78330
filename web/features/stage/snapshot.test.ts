import { describe, expect, it } from 'vitest';
import type { StageSnapshot } from '../../../shared/contract/stage.ts';
import { newerSnapshot, remainingAt } from './snapshot.ts';

const snapshot = (over: Partial<StageSnapshot> = {}): StageSnapshot => ({
  epoch: 'e1',
  seq: 10,
  serverTime: 0,
  session: 'am',
  proposal: 'p7',
  order: 7,
  title: '邻里厨房',
  applicantName: '社区互助队',
  phase: 'question',
  endsAt: 300_000,
  remaining: null,
  phaseLength: 300_000,
  next: null,
  hall: 'timer',
  seats: [],
  lockedSessions: [],
  books: 0,
  ...over,
});

describe('newerSnapshot', () => {
  it('later number in the same epoch → taken, gaps included', () => {
    expect(newerSnapshot(snapshot(), snapshot({ seq: 14 })).seq).toBe(14);
  });

  it('poll overtaken by the stream → passed over', () => {
    expect(newerSnapshot(snapshot(), snapshot({ seq: 9 })).seq).toBe(10);
  });

  it('server started anew with a lower number → taken', () => {
    expect(newerSnapshot(snapshot(), snapshot({ epoch: 'e2', seq: 2 })).seq).toBe(2);
  });
});

describe('remainingAt', () => {
  it('running clock → counts down by server time, below zero after the end', () => {
    expect(remainingAt(snapshot(), 108_000)).toBe(192_000);
    expect(remainingAt(snapshot(), 312_000)).toBe(-12_000);
  });

  it('paused clock → holds', () => {
    expect(remainingAt(snapshot({ endsAt: null, remaining: 42_000 }), 999_000)).toBe(42_000);
  });

  it('no clock → null', () => {
    expect(remainingAt(snapshot({ phase: 'idle', endsAt: null, remaining: null }), 0)).toBeNull();
  });
});
