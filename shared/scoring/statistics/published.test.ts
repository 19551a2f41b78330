import { expect, test } from 'vitest';
import { exact } from '../numbers/decimal.ts';
import { fixture } from '../testing/fixtures.ts';
import { intraclassCorrelations } from './icc.ts';
import { kendallW } from './kendall.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { toNumber } from './to-number.ts';
import { ICC_KINDS } from './types.ts';

type Icc = { data: { matrix: number[][] }; expected: { exact_fractions: Record<string, string> } };
type Kendall = {
  id: string;
  ranks_per_judge: number[][];
  use_tie_correction: boolean;
  expected: { published_W: number; W_tie_corrected: number };
};
type Krippendorff = { data: { units: (number | null)[][] }; expected: { exact: Record<string, string> } };

const fraction = (text: string | undefined): number => {
  const { n, d } = exact(text ?? '');
  return toNumber(n, d);
};

const icc = fixture<Icc>('scoring/icc-shrout-fleiss-1979.json');

test.each(ICC_KINDS)(
  'Shrout & Fleiss 1979, table 2 → ICC(%s) as the nearest double of the exact value',
  (kind) => {
    const rows = icc.data.matrix.map((row) => row.map(BigInt));
    expect(intraclassCorrelations(rows)[kind]).toBe(fraction(icc.expected.exact_fractions[`ICC(${kind})`]));
  },
);

test.each(fixture<{ cases: Kendall[] }>('scoring/kendall-w.json').cases)('$id → the published W', (one) => {
  const doubled = one.ranks_per_judge.map((ranks) => ranks.map((rank) => BigInt(2 * rank)));
  const rows = (doubled[0] ?? []).map((_, i) => doubled.map((ranks) => ranks[i] ?? 0n));
  const w = kendallW(rows) ?? Number.NaN;
  expect(w).toBeCloseTo(one.expected.W_tie_corrected, 14);
  expect(w).toBeCloseTo(one.expected.published_W, String(one.expected.published_W).length - 2);
});

const alpha = fixture<Krippendorff>('scoring/krippendorff-alpha.json');

test.each(['interval', 'ordinal'] as const)('Krippendorff 2011, data C → %s alpha', (metric) => {
  const rows = alpha.data.units.map((row) => row.map((value) => (value === null ? null : BigInt(value))));
  expect(krippendorffAlpha(rows, metric)).toBe(fraction(alpha.expected.exact[metric]));
});
