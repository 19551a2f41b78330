import { expect, test } from 'vitest';
import { chinaDay, chinaText, chinaTime, daysBetween, weekdaysBetween } from './china-time.ts';

const deadline = Date.parse('2026-09-18T18:00:00+08:00');

test('instant → text on a Chinese clock, and back', () => {
  expect(chinaText(deadline)).toBe('2026-09-18 18:00');
  expect(chinaTime('2026-09-18 18:00')).toBe(deadline);
});

test('instant before eight in the morning → the Chinese day, not the one of Greenwich', () => {
  expect(chinaDay(Date.parse('2026-09-18T23:30:00Z'))).toBe('2026-09-19');
});

test.each(['', '2026-09-18', '2026-13-40 10:00', '2026/09/18 18:00'])('text %j → no time', (text) => {
  expect(chinaTime(text)).toBeNull();
});

test('days across a month, and backwards', () => {
  expect(daysBetween('2026-09-30', '2026-10-02')).toBe(2);
  expect(daysBetween('2026-10-02', '2026-09-30')).toBe(-2);
});

test('Thursday to the next Wednesday → five weekdays', () => {
  expect(weekdaysBetween('2026-10-22', '2026-10-28')).toBe(5);
});

test('a weekend alone, or the ends exchanged → none', () => {
  expect(weekdaysBetween('2026-10-24', '2026-10-25')).toBe(0);
  expect(weekdaysBetween('2026-10-28', '2026-10-22')).toBe(0);
});
