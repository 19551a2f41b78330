import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendallW } from './kendall.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { midRanks } from './mid-ranks.ts';
import { toNumber } from './to-number.ts';

const value = fc.bigInt({ min: 0n, max: 5n });
const incomplete = fc.array(fc.array(fc.option(value), { minLength: 4, maxLength: 4 }), {
  minLength: 1,
  maxLength: 8,
});

/** Krippendorff's alpha from the definition: coincidences of every ordered pair, metric by metric. */
function alphaByDefinition(
  rows: readonly (bigint | null)[][],
  metric: 'interval' | 'ordinal',
): number | null {
  const units = rows
    .map((row) => row.flatMap((v) => (v === null ? [] : [Number(v)])))
    .filter((u) => u.length > 1);
  const all = units.flat();
  const count = (v: number): number => all.filter((other) => other === v).length;
  const between = (a: number, b: number): number => {
    const [low, high] = a < b ? [a, b] : [b, a];
    let sum = -(count(low) + count(high)) / 2;
    for (let v = low; v <= high; v += 1) sum += count(v);
    return sum;
  };
  const delta = (a: number, b: number): number =>
    (metric === 'interval' ? a - b : a === b ? 0 : between(a, b)) ** 2;
  const pairs = (values: number[]): number =>
    values.flatMap((a, i) => values.map((b, j) => (i === j ? 0 : delta(a, b)))).reduce((x, y) => x + y, 0);
  const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length;
  const expected = pairs(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

test.each(['interval', 'ordinal'] as const)(
  'any incomplete table → %s alpha as by its definition',
  (metric) => {
    fc.assert(
      fc.property(incomplete, (rows) => {
        const [found, wanted] = [krippendorffAlpha(rows, metric), alphaByDefinition(rows, metric)];
        if (wanted === null || found === null) expect(found).toBe(wanted);
        else expect(found).toBeCloseTo(wanted, 10);
      }),
    );
  },
);

test('judges who all rank alike → W is 1; two who rank oppositely → 0; all values equal → none', () => {
  expect(
    kendallW([
      [1n, 5n],
      [2n, 7n],
      [3n, 9n],
    ]),
  ).toBe(1);
  expect(
    kendallW([
      [1n, 9n],
      [2n, 7n],
      [3n, 5n],
    ]),
  ).toBe(0);
  expect(
    kendallW([
      [1n, 2n],
      [1n, 2n],
    ]),
  ).toBeNull();
});

test('ties → average ranks, doubled', () => {
  expect(midRanks([30n, 10n, 30n, 20n])).toEqual({ doubled: [7n, 2n, 7n, 4n], ties: [1n, 1n, 2n] });
});

test('any fraction of doubles → the nearest double', () => {
  const whole = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
  fc.assert(
    fc.property(
      whole,
      fc.integer({ min: 1, max: 2 ** 40 }),
      fc.bigInt({ min: 1n, max: 10n ** 40n }),
      (n, d, by) => {
        expect(toNumber(BigInt(n) * by, BigInt(d) * by)).toBe(n / d + 0);
      },
    ),
  );
});
