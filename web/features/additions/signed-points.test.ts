import { expect, test } from 'vitest';
import { signedPoints } from './signed-points.ts';

test.each<[string, string | null]>([
  ['2', '2'],
  ['+2', '2'],
  ['－0.5', '-0.5'],
  ['−1 分', '-1'],
  ['５', '5'],
  ['5.01', null],
  ['-6', null],
  ['0', null],
  ['-0.0', null],
  ['两分', null],
  ['', null],
])('%s, at most 5 → %s', (typed, points) => {
  expect(signedPoints(typed, '5')).toBe(points);
});
