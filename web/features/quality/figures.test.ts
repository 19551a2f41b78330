import { expect, test } from 'vitest';
import { figure, mark, percent, signed } from './figures.ts';

test.each([
  [7.006, '+7.0'],
  [-8.839, '−8.8'],
  [0, '0.0'],
  [-0.04, '0.0'],
  [0.04, '0.0'],
  [null, '–'],
])('signed(%s) → %s', (value, text) => {
  expect(signed(value)).toBe(text);
});

test.each([
  [0, '0%'],
  [0.002, '<1%'],
  [0.6255, '63%'],
  [0.9995, '>99%'],
  [1, '100%'],
])('percent(%s) → %s, never rounded to certainty', (share, text) => {
  expect(percent(share)).toBe(text);
});

test('an exact mark stands as it was given, a fraction with two places', () => {
  expect([mark('15.5'), mark('230/13'), mark(null), figure(-0.257), figure(null)]).toEqual([
    '15.5',
    '17.69',
    '–',
    '−0.26',
    '–',
  ]);
});
