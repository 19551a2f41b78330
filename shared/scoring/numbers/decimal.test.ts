import { expect, test } from 'vitest';
import { exact, parseDecimal, parseExactDecimal, parseRatio } from './decimal.ts';

test.each([
  ['18.5', 185n, 1],
  ['0', 0n, 0],
  ['-0.25', -25n, 2],
  ['6.0', 60n, 1],
  ['12345678901234567890.1', 123456789012345678901n, 1],
])('decimal %s → its digits and places', (text, digits, places) => {
  expect(parseDecimal(text)).toEqual({ digits, places });
});

test.each(['', '+1', '01', '.5', '5.', '1e2', ' 1', '1,5', '１', '0x1', 'NaN', '-', '1/2'])(
  'text %j → no decimal',
  (text) => {
    expect(parseDecimal(text)).toBeNull();
    expect(parseExactDecimal(text)).toBeNull();
  },
);

test('a factor, decimal or n/d → lowest terms', () => {
  expect(parseRatio('0.35')).toEqual({ n: 7n, d: 20n });
  expect(parseRatio('4/6')).toEqual({ n: 2n, d: 3n });
  expect(parseRatio('-2/4')).toEqual({ n: -1n, d: 2n });
});

test.each(['1/0', '1/-2', '1/2/3', '1.5/2', '/2', '1/02'])('factor %j → none', (text) => {
  expect(parseRatio(text)).toBeNull();
  expect(() => exact(text)).toThrow(RangeError);
});
