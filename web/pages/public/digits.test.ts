import { expect, test } from 'vitest';
import { digitsOf } from './digits.ts';

test('code pasted with spaces and a hyphen → bare digits', () => {
  expect(digitsOf(' 1234 56-78 ')).toBe('12345678');
});

test('full-width digits of a Chinese keyboard → ASCII digits', () => {
  expect(digitsOf('１３８　0000')).toBe('1380000');
});

test('letters stay, so that a wrong code is refused rather than shortened', () => {
  expect(digitsOf('12a4')).toBe('12a4');
});
