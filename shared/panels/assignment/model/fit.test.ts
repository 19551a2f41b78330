import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDecimal } from '../../../scoring/scorebook/number-reader.ts';
import type { FitDigits } from './fit.ts';
import { fitTable, stepsAt, stepsText } from './fit.ts';

function digitsOf(values: readonly (number | string)[]): FitDigits {
  const read = values.map((value) => readDecimal(value) ?? { digits: 0n, places: 0 });
  return {
    digits: Float64Array.from(read, ({ digits }) => Number(digits)),
    places: Uint8Array.from(read, ({ places }) => places),
    long: new Map(
      read.flatMap(({ digits }, cell) =>
        Number.isSafeInteger(Number(digits)) ? [] : [[cell, digits] as const],
      ),
    ),
  };
}

describe('fits as whole numbers', () => {
  test('quarters → whole numbers of the greatest common step, sums written as decimals', () => {
    const fit = fitTable(digitsOf(['0.25', 0.5, 1, '-1.50']), 1000);
    expect(fit.units).toEqual(Float64Array.of(1, 2, 4, -6));
    expect([7n, -6n, 4n, 0n].map((steps) => stepsText(fit, steps))).toEqual(['1.75', '-1.5', '1', '0']);
  });

  test('more digits than the limit → coarse units for the search, exact steps beside them', () => {
    const fit = fitTable(digitsOf(['0.1234567', '1']), 1000);
    expect(fit.coarse).toBe(10_000n);
    expect(fit.units).toEqual(Float64Array.of(123, 1000));
    expect([0, 1].map((cell) => stepsText(fit, stepsAt(fit, cell)))).toEqual(['0.1234567', '1']);
  });

  test('1e-7 and 1e21 as JSON numbers → their shortest decimals', () => {
    expect(readDecimal(1e-7)).toEqual({ digits: 1n, places: 7 });
    expect(readDecimal(1e21)).toEqual({ digits: 10n ** 21n, places: 0 });
    expect([NaN, Infinity, '1e3', '01', ' 1', '', true, null].map(readDecimal)).toEqual(Array(8).fill(null));
  });

  test('any decimals → every value comes back to the last digit', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 25 }))
      .map(([digits, places]) => stepsText({ ...fitTable(digitsOf([]), 1), places }, digits));
    fc.assert(
      fc.property(
        fc.array(decimal, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 10, max: 2 ** 40 }),
        (values, most) => {
          const fit = fitTable(digitsOf(values), most);
          expect(values.map((_, cell) => stepsText(fit, stepsAt(fit, cell)))).toEqual(values);
          expect(fit.units.every((units) => Math.abs(units) <= most)).toBe(true);
        },
      ),
    );
  });
});
