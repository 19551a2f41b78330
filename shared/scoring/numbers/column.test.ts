import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOf, sumOf, valueAt } from './column.ts';
import { compare } from './rational.ts';

const LARGE = 2n ** 53n;

test('sums beyond the safe integers → bigints, still exact', () => {
  const column = columnOf([LARGE, 1n, -1n], 10n, 3);
  expect(column.integers).toEqual([LARGE, 1n, -1n]);
  expect(sumOf(column, [0, 1])).toEqual({ n: LARGE + 1n, d: 10n });
});

test('a column whose largest sum is just safe → doubles; one more term → bigints', () => {
  const largest = BigInt(Number.MAX_SAFE_INTEGER) / 3n;
  expect(columnOf([largest], 1n, 3).integers).toBeInstanceOf(Float64Array);
  expect(columnOf([largest], 1n, 4).integers).toEqual([largest]);
});

test('any integers → the same sum as bigints, whichever way they are stored', () => {
  const integers = fc.array(fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }), { minLength: 1 });
  fc.assert(
    fc.property(integers, fc.bigInt({ min: 1n, max: 1000n }), (all, scale) => {
      const column = columnOf(all, scale, all.length);
      const indices = all.map((_, index) => index);
      expect(sumOf(column, indices)).toEqual({ n: all.reduce((a, b) => a + b), d: scale });
      expect(compare(valueAt(column, 0), { n: all[0] ?? 0n, d: scale })).toBe(0);
    }),
  );
});
