import { expect, test } from 'vitest';
import { fixedPlaces, shownNumber } from './shown-number.ts';

test.each([
  [18.5, 'General', '18.5', false],
  [18.4999999, 'General', '18.5', true],
  [18.499999999999996, 'General', '18.5', false],
  [0.1 + 0.2, 'General', '0.3', false],
  [1.005, 'General', '1.005', false],
  [88.40625, 'General', '88.40625', false],
  [0, 'General', '0', false],
  [-2.5, '@', '-2.5', false],
  [1e21, 'General', '1000000000000000000000', false],
  [88.456, '0.00', '88.46', true],
  [1.005, '0.00', '1.01', true],
  [2.5, '0', '3', true],
  [-2.5, '0', '-3', true],
  [88.5, '0.00', '88.5', false],
  [1234.5, '#,##0.0_ ', '1234.5', false],
  [92, 'General"△"', '92', false],
  [18.46, '[Red]0.0;-0.0', '18.5', true],
  [0.6, '0%', '0.6', false],
])('%f shown as %s → %s', (value, format, text, shortened) => {
  expect(shownNumber(value, format)).toEqual({ text, shortened });
});

test.each([83.33333333333333, 1 / 3, 1e-9 + 1e-5, Number.NaN, Number.POSITIVE_INFINITY])(
  '%f without a format → nobody typed it',
  (value) => {
    expect(shownNumber(value, 'General')).toBeNull();
  },
);

test.each([
  ['0.00', 2],
  ['#,##0', 0],
  ['0.0%', 3],
  ['"得"0.0"分"', 1],
  ['General', null],
  ['yyyy/m/d', null],
  ['', null],
] as const)('%s → %s decimals', (format, places) => {
  expect(fixedPlaces(format)).toBe(places);
});
