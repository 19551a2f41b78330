import { expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { countMultisets, multisets } from './multisets.ts';
import { seededDraws } from './random.ts';

test.each([1, 2, 3, 4, 5, 6])(
  '%i judges → as many multisets as counted, together every ordered draw',
  (n) => {
    const all = multisets(n);
    expect(all).toHaveLength(countMultisets(n, 10_000));
    expect(all.reduce((sum, { ways }) => sum + ways, 0)).toBe(n ** n);
    expect(new Set(all.map(({ copies }) => copies.join())).size).toBe(all.length);
  },
);

test('eight judges can be enumerated, nine cannot', () => {
  expect(countMultisets(8, 10_000)).toBe(6435);
  expect(countMultisets(9, 10_000)).toBe(10_001);
});

test('the same seed → the same numbers, each below its bound, all of them possible', () => {
  const [one, two] = [seededDraws('x', sha256), seededDraws('x', sha256)];
  const numbers = Array.from({ length: 300 }, () => one(7));
  expect(Array.from({ length: 300 }, () => two(7))).toEqual(numbers);
  expect([...new Set(numbers)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('the first numbers → the first bytes of SHA-256 of seed|0, two where the bound is above 256', () => {
  const bytes = sha256('x|0');
  const below = seededDraws('x', sha256);
  expect(below(256)).toBe(Number.parseInt(bytes.slice(0, 2), 16));
  expect(below(65_536)).toBe(Number.parseInt(bytes.slice(2, 6), 16));
});
