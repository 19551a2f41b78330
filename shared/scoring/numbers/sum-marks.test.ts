import { expect, test } from 'vitest';
import { sumMarks } from './sum-marks.ts';

test('marks of a sheet → their exact total', () => {
  expect(sumMarks([])).toBe('0');
  expect(sumMarks(['18.5', '17', '0.5'])).toBe('36');
  expect(sumMarks(['0.1', '0.2'])).toBe('0.3');
});

test('a text that is no decimal → RangeError', () => {
  expect(() => sumMarks(['18.5', ''])).toThrow(RangeError);
});
