import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareQuotients, roundedQuotient, sortedQuotients } from './quotients.ts';
import { round, ROUNDING_MODES } from './round.ts';

const integer = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });
const divisor = fc.integer({ min: 1, max: 2 ** 20 });

test('rounding in doubles → as in bigints, halves included', () => {
  fc.assert(
    fc.property(integer, divisor, fc.constantFrom(...ROUNDING_MODES), (n, d, mode) => {
      for (const one of [n, n * 2, (n % 1000) * d + (d >> 1)]) {
        const { n: wanted } = round({ n: BigInt(one), d: BigInt(d) }, 0, mode);
        expect(BigInt(roundedQuotient(one, d, mode))).toBe(wanted);
      }
    }),
  );
});

test('sorting by one number per value → as by comparing, equal ones in the order given', () => {
  const values = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 3 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(values, fc.boolean(), (pairs, oneDivisor) => {
      const quotients = {
        n: Float64Array.from(pairs, ([n]) => n),
        d: Float64Array.from(pairs, ([, d]) => (oneDivisor ? 100 : d)),
      };
      const indices = pairs.map((_, index) => index).reverse();
      expect(sortedQuotients(quotients, indices)).toEqual(
        [...indices].sort((a, b) => compareQuotients(quotients, b, a)),
      );
    }),
  );
});
