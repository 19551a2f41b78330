import { expect, it } from 'vitest';
import type { JudgeCheck } from '../../../shared/contract/recovery.ts';
import { judgeState, unsettled } from './judge-state.ts';

const check = (
  submitted: number,
  tablet: { sheets: number; waiting: number } | null,
  seen = true,
): JudgeCheck => ({
  judge: 'j',
  name: '评委',
  seat: 1,
  submitted,
  drafts: 0,
  missing: [],
  lastSavedAt: null,
  lastSeenAt: seen ? 1000 : null,
  tablet: tablet && { ...tablet, at: 2000 },
});

it('server and tablet count the same → same; a sheet from another tablet more → the same', () => {
  expect(judgeState(check(5, { sheets: 5, waiting: 0 }))).toEqual({ kind: 'same' });
  expect(judgeState(check(6, { sheets: 5, waiting: 0 }))).toEqual({ kind: 'same' });
});

it('tablet holds more, or something waits → so many on their way', () => {
  expect(judgeState(check(3, { sheets: 5, waiting: 0 }))).toEqual({ kind: 'sending', count: 2 });
  expect(judgeState(check(5, { sheets: 5, waiting: 1 }))).toEqual({ kind: 'sending', count: 1 });
});

it('tablet that has not reported to this server → silent; never sat down → unseated', () => {
  expect(judgeState(check(5, null))).toEqual({ kind: 'silent' });
  expect(judgeState(check(0, null, false))).toEqual({ kind: 'unseated' });
});

it('what keeps the hall waiting → those sending and those silent', () => {
  const judges = [
    check(5, { sheets: 5, waiting: 0 }),
    check(5, null),
    check(3, { sheets: 4, waiting: 1 }),
    check(0, null, false),
  ];
  expect(unsettled(judges)).toBe(2);
});
