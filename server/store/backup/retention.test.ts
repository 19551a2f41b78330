import { expect, test } from 'vitest';
import type { Copy } from './copies.ts';
import { copyName } from './copies.ts';
import { superfluous } from './retention.ts';

const minutes = 60_000;
const copy = (number: number, at: number, key = 'own'): Copy => ({
  name: copyName(number, at),
  folder: '',
  manifest: {
    format: 'gongping-copy/1',
    number,
    at,
    epoch: '',
    migrations: 1,
    key,
    database: { bytes: 0, sha256: '' },
    signingKey: { bytes: 0, sha256: '' },
    files: [],
    missing: [],
    ledgers: [],
  },
});
const names = (copies: readonly Copy[]) => copies.map(({ manifest }) => manifest.number);
/** Every five minutes from midnight in Beijing. */
const day = (first: number, iso: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    copy(first + index, Date.parse(`${iso}T00:00:00+08:00`) + index * 5 * minutes),
  );

test('name → number, day and time in Beijing, nothing a stick could not hold', () => {
  expect(copyName(42, Date.parse('2026-10-16T01:25:59Z'))).toBe('00042_2026-10-16_09-25');
});

test('twelve copies → all kept; a thirteenth of the same day → the oldest goes', () => {
  expect(superfluous(day(1, '2026-10-16', 12), 'own')).toEqual([]);
  expect(names(superfluous(day(1, '2026-10-16', 13), 'own'))).toEqual([1]);
});

test('two days before → the last copy of each stays', () => {
  const copies = [...day(1, '2026-10-14', 3), ...day(4, '2026-10-15', 2), ...day(6, '2026-10-16', 20)];
  expect(names(superfluous(copies, 'own'))).toEqual([1, 2, 4, 6, 7, 8, 9, 10, 11, 12, 13]);
});

test('clock set back a year → the newest by number stays, whatever it says', () => {
  const copies = [...day(1, '2026-10-16', 12), copy(13, Date.parse('2025-10-16T00:00:00+08:00'))];
  expect(names(superfluous(copies, 'own'))).toEqual([1]);
});

test('copies of another installation in the same folder → left alone', () => {
  const copies = [copy(1, 0, 'other'), ...day(2, '2026-10-16', 13)];
  expect(names(superfluous(copies, 'own'))).toEqual([2]);
});
