import { expect, test } from 'vitest';
import { severityWord } from './severity.ts';

const variance = { entry: 64, judge: 9, residual: 36 };

// The totals of one judge have a standard deviation of 10 points.
test.each([
  [0, 'alike'],
  [1.99, 'alike'],
  [2, 'slightly_lenient'],
  [-2, 'slightly_strict'],
  [4.99, 'slightly_lenient'],
  [5, 'lenient'],
  [-7.99, 'strict'],
  [8, 'clearly_lenient'],
  [-25, 'clearly_strict'],
] as const)('%d points → %s', (effect, word) => {
  expect(severityWord(effect, variance)).toBe(word);
});

test('no figure, or nothing to measure it by → no word', () => {
  expect(severityWord(null, variance)).toBeNull();
  expect(severityWord(3, { entry: null, judge: null, residual: null })).toBeNull();
  expect(severityWord(3, { entry: 0, judge: 9, residual: 0 })).toBeNull();
  expect(severityWord(0, { entry: 0, judge: 0, residual: 0 })).toBe('alike');
});
