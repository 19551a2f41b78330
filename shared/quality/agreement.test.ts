import { describe, expect, test } from 'vitest';
import type { Statistics } from '../scoring/statistics/types.ts';
import { agreementOf } from './agreement.ts';

const nothing = { '1,1': null, '2,1': null, '3,1': null, '1,k': null, '2,k': null, '3,k': null };
const statistics = (change: Partial<Statistics>): Statistics => ({
  icc: nothing,
  kendall_w: null,
  krippendorff_alpha: { interval: null, ordinal: null },
  severity: [],
  variance: { entry: null, judge: null, residual: null },
  components: 1,
  reasons: {},
  ...change,
});

describe('the words for the panel and a single judge', () => {
  test.each([
    [-0.2, 'poor'],
    [0.4999, 'poor'],
    [0.5, 'moderate'],
    [0.7499, 'moderate'],
    [0.75, 'good'],
    [0.8999, 'good'],
    [0.9, 'excellent'],
  ] as const)('an intraclass correlation of %d → %s', (value, word) => {
    const { panel, single, from } = agreementOf(
      statistics({ icc: { ...nothing, '2,k': value, '2,1': value } }),
      [3, 3],
    );
    expect([panel, single, from]).toEqual([{ value, word }, { value, word }, 'table']);
  });

  test('judges absent → from the variances, by the harmonic mean of the judges per entry', () => {
    const { panel, single, from, judges } = agreementOf(
      statistics({ variance: { entry: 6, judge: 1, residual: 3 } }),
      [2, 4, 4],
    );
    expect([from, judges, single.value, panel.value]).toEqual(['variances', 3, 0.6, 6 / (6 + 4 / 3)]);
  });

  test('nothing to estimate from → no figure, no word', () => {
    const { distinguishes, panel, alpha } = agreementOf(statistics({}), []);
    expect([distinguishes, panel, alpha]).toEqual([
      null,
      { value: null, word: null },
      { value: null, word: null },
    ]);
  });

  test('no variance between projects → the panel has not told them apart', () => {
    const { distinguishes, panel } = agreementOf(
      statistics({ variance: { entry: 0, judge: 1, residual: 3 } }),
      [5],
    );
    expect([distinguishes, panel]).toEqual([false, { value: 0, word: 'poor' }]);
  });
});

test.each([
  [0.666, 'unreliable'],
  [0.667, 'tentative'],
  [0.799, 'tentative'],
  [0.8, 'reliable'],
] as const)('Krippendorff’s alpha of %d → %s', (value, word) => {
  const { alpha } = agreementOf(statistics({ krippendorff_alpha: { interval: value, ordinal: null } }), []);
  expect(alpha).toEqual({ value, word });
});
