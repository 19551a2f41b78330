import { expect, test } from 'vitest';
import { remaining } from './remaining.ts';

const minute = 60_000;
const hour = 60 * minute;

test('a day and more → days and hours', () => {
  expect(remaining(123 * hour + 59 * minute, 0)).toEqual({ unit: 'days', days: 5, hours: 3 });
});

test('less than a day → hours and minutes', () => {
  expect(remaining(24 * hour - 1, 0)).toEqual({ unit: 'hours', hours: 23, minutes: 59 });
});

test('the instant itself still counts, the next millisecond is past', () => {
  expect([remaining(1000, 1000), remaining(1000, 1001)]).toEqual([
    { unit: 'hours', hours: 0, minutes: 0 },
    { unit: 'past' },
  ]);
});
