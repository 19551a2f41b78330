import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discoveryLimit } from './false-discovery.ts';
import { normalTails } from './normal-tail.ts';

// Abramowitz & Stegun (1964), Handbook of Mathematical Functions, tables 26.1 and 26.2.
test.each([
  [0, 1],
  [1, 0.3173105079],
  [1.9599639845, 0.05],
  [3, 0.0026997961],
  [5, 5.733031437e-7],
])('two tails beyond %d → %d', (z, p) => {
  expect(Math.abs(normalTails(z) / p - 1)).toBeLessThan(1.3e-7);
});

describe('discoveryLimit', () => {
  // Benjamini & Hochberg (1995), section 3.2: of these 15, four are rejected at 0.05.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];

  test('the example of the paper → the four smallest', () => {
    expect(discoveryLimit(published, 0.05)).toBe(0.0095);
  });

  test('nothing small enough, or nothing at all → none', () => {
    expect(discoveryLimit([0.5, 0.9], 0.05)).toBe(-1);
    expect(discoveryLimit([], 0.05)).toBe(-1);
  });

  test('any probabilities in any order → the same limit, one of them or none', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
        const limit = discoveryLimit(values, 0.1);
        expect(limit).toBe(discoveryLimit([...values].reverse(), 0.1));
        expect(limit === -1 || values.includes(limit)).toBe(true);
      }),
    );
  });
});
