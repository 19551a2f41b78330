import { expect, test } from 'vitest';
import { countingOf } from './counting.ts';

const trim = { high: 1, low: 1, min_valid: 5 };

test.each([
  [6, 'trimmed'],
  [5, 'trimmed'],
  [4, 'plain'],
  [3, 'plain'],
  [2, 'below_quorum'],
] as const)('one high and one low dropped from five on, quorum three: %i valid → %s', (valid, counting) => {
  expect(countingOf({ trim, quorum: 3 }, valid)).toBe(counting);
});

test('nothing is dropped, or dropped inside each party → said as such', () => {
  expect(countingOf({ trim: null, quorum: 1 }, 9)).toBe('plain');
  expect(countingOf({ trim: { ...trim, within: 'party' }, quorum: 1 }, 9)).toBe('by_party');
});
