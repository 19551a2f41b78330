import { expect, test } from 'vitest';
import { placePoints } from './place-points.ts';

test.each<[string, string[] | null]>([
  ['10、9.5、9', ['10', '9.5', '9']],
  ['１０，9.5 9', ['10', '9.5', '9']],
  ['', []],
  ['十分', null],
  ['-1', null],
])('%s → %s', (typed, points) => {
  expect(placePoints(typed)).toEqual(points);
});
