import { expect, test } from 'vitest';
import { formatShortTime, formatTime, formatWeekday } from './format.ts';

test('instant → Chinese date and clock, midnight as 00:00', () => {
  expect(formatTime(Date.parse('2026-09-18T18:05:00+08:00'))).toBe('2026年9月18日 18:05');
  expect(formatTime(Date.parse('2026-09-18T16:00:00Z'))).toBe('2026年9月19日 00:00');
});

test('short form → the same without the year', () => {
  expect(formatShortTime(Date.parse('2026-09-18T18:05:00+08:00'))).toBe('9月18日 18:05');
});

test('day → its weekday, wherever the reader is', () => {
  expect(['2026-09-18', '2026-09-20'].map(formatWeekday)).toEqual(['周五', '周日']);
});
