import { expect, test } from 'vitest';
import { holdsBothSides } from './roles.ts';

test('operator and sponsor, or operator and supervisor → both sides', () => {
  expect(holdsBothSides(['operator', 'sponsor'])).toBe(true);
  expect(holdsBothSides(['supervisor', 'operator'])).toBe(true);
});

test('sponsor and supervisor, operator and host, nothing → one side', () => {
  expect(holdsBothSides(['sponsor', 'supervisor'])).toBe(false);
  expect(holdsBothSides(['operator', 'host', 'tally_clerk'])).toBe(false);
  expect(holdsBothSides([])).toBe(false);
});
