import { expect, test } from 'vitest';
import { monthsBetween } from './months.ts';

test('over the turn of the year → every month, both ends counted', () => {
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});

test('one month, or ends exchanged → one, or none', () => {
  expect([monthsBetween('2026-11', '2026-11'), monthsBetween('2026-12', '2026-11')]).toEqual([
    ['2026-11'],
    [],
  ]);
});
