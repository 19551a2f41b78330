import { expect, test } from 'vitest';
import {
  chinaDay,
  chinaText,
  chinaTime,
  daysBetween,
  readClock,
  readDay,
  readMonth,
  weekdaysBetween,
} from './china-time.ts';

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

test.each(['2026-09-18', '2026-9-18', '2026/9/18', '2026年9月18日', ' ２０２６.９.１８ '])(
  'day written %j → one form',
  (text) => {
    expect(readDay(text)).toBe('2026-09-18');
  },
);

test.each(['', '2026-09', '2026-6-31', '2026-02-29', '2026-13-01', '18-9-2026', '2026-09-18x'])(
  'day written %j → none',
  (text) => {
    expect(readDay(text)).toBeNull();
  },
);

test('month in numbers or words → one form; no such month → none', () => {
  expect(['2026-11', '2026年9月', '2026/9'].map(readMonth)).toEqual(['2026-11', '2026-09', '2026-09']);
  expect(['2026', '2026-13', '2026-0', '2026-09-01'].map(readMonth)).toEqual([null, null, null, null]);
});

test('time of day with or without a leading zero, full-width too → one form; no such time → none', () => {
  expect(['9:00', '09:05', '２３：５９'].map(readClock)).toEqual(['09:00', '09:05', '23:59']);
  expect(['24:00', '9', '9:60', '9:5', ''].map(readClock)).toEqual([null, null, null, null, null]);
});
