import { expect, test } from 'vitest';
import { parseHead } from '../../../shared/ledger/head.ts';
import { beijingTime, chineseSpan, ledgerStamp, unspaced, verificationCode } from './words.ts';

test('times → Beijing, whatever the machine thinks', () => {
  expect(beijingTime(Date.UTC(2026, 9, 16, 17, 30))).toBe('2026-10-17 01:30');
});

test('spans → the year once, or twice over New Year', () => {
  expect(chineseSpan('2026-10-22', '2026-10-28')).toBe('2026年10月22日至10月28日');
  expect(chineseSpan('2026-12-30', '2027-01-06')).toBe('2026年12月30日至2027年1月6日');
});

test('what is printed of the head → what the command line takes from paper', () => {
  const head = '7f3a91c20b5d33e1'.padEnd(64, '0');
  expect(verificationCode(head)).toBe('7F3A 91C2 0B5D 33E1');
  expect(parseHead(`1,482:${verificationCode(head)}`)).toEqual({ size: 1482, head: head.slice(0, 16) });
  expect(ledgerStamp({ size: 1482, head })).toBe('操作留痕1,482条 · 核验码7F3A 91C2 0B5D 33E1');
});

test('sentences made for the screen → no spaces between Chinese and digits, those of a name stay', () => {
  expect(unspaced('有效评委不少于 5 位时，去掉 1 个最高分')).toBe('有效评委不少于5位时，去掉1个最高分');
  expect(unspaced('AED point 3')).toBe('AED point 3');
});
