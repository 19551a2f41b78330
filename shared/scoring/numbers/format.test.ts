import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exact } from './decimal.ts';
import { calculatorText, formatExact } from './format.ts';
import { compare, rational } from './rational.ts';

test.each([
  [83500n, 1000n, '83.5'],
  [8n, 4n, '2'],
  [0n, 7n, '0'],
  [-1n, 8n, '-0.125'],
  [1n, 3n, '1/3'],
  [12678n, 150n, '84.52'],
  [-14n, 6n, '-7/3'],
  [1n, 3n * 10n ** 20n, '1/300000000000000000000'],
])('%s / %s → %s', (n, d, text) => {
  expect(formatExact(rational(n, d))).toBe(text);
});

test('any fraction → a text that reads back as the same value, without trailing zeros or exponent', () => {
  const parts = fc.tuple(
    fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    fc.bigInt({ min: 1n, max: 10n ** 6n }),
  );
  fc.assert(
    fc.property(parts, ([n, d]) => {
      const text = formatExact({ n, d });
      expect(compare(exact(text), { n, d })).toBe(0);
      expect(text).toMatch(/^-?\d+(\.\d*[1-9]|\/[1-9]\d*)?$/);
    }),
  );
});

test.each([
  ['88.5', '88.5'],
  ['1957/22', '88.954545…'],
  ['-2/3', '-0.666666…'],
  ['299999999/300000', '999.999996…'],
])('%s on a pocket calculator → %s', (value, shown) => {
  expect(calculatorText(value)).toBe(shown);
});
