import type { Agreement, AlphaWord, ReliabilityWord } from '../contract/quality.ts';
import type { Statistics } from '../scoring/statistics/types.ts';
import type { Bands } from './bands.ts';
import { wordFor } from './bands.ts';

/**
 * Koo & Li (2016), A guideline of selecting and reporting intraclass correlation coefficients, Journal of
 * Chiropractic Medicine 15(2), 155–163: below 0.5 poor, to 0.75 moderate, to 0.9 good, above excellent.
 */
const RELIABILITY: Bands<ReliabilityWord> = [
  { from: -Infinity, word: 'poor' },
  { from: 0.5, word: 'moderate' },
  { from: 0.75, word: 'good' },
  { from: 0.9, word: 'excellent' },
];

/** Krippendorff (2004), Content Analysis, 2nd ed., 241: rely on α ≥ 0.800, tentative conclusions from 0.667. */
const ALPHA: Bands<AlphaWord> = [
  { from: -Infinity, word: 'unreliable' },
  { from: 0.667, word: 'tentative' },
  { from: 0.8, word: 'reliable' },
];

type Correlations = { readonly panel: number | null; readonly single: number | null };

/**
 * How far the judges agree, in words with the figures behind them.
 * @param valid how many judges gave each entry a value, one number per entry
 */
export function agreementOf(statistics: Statistics, valid: readonly number[]): Agreement {
  const { icc, kendall_w: kendallW, krippendorff_alpha: alpha, variance } = statistics;
  const judges = harmonicMean(valid);
  const complete = icc['2,k'] !== null;
  const { panel, single }: Correlations = complete
    ? { panel: icc['2,k'], single: icc['2,1'] }
    : fromVariances(variance, judges);
  return {
    distinguishes: variance.entry === null ? null : variance.entry > 0,
    panel: { value: panel, word: wordFor(panel, RELIABILITY) },
    single: { value: single, word: wordFor(single, RELIABILITY) },
    from: complete ? 'table' : 'variances',
    judges,
    alpha: { value: alpha.interval, word: wordFor(alpha.interval, ALPHA) },
    kendallW,
    variance,
  };
}

/**
 * The same two correlations, absolute agreement in a two-way random model, from its variances (McGraw & Wong 1996,
 * Psychological Methods 1(1), 30–46, case 2A): they need no complete table. `judges` per entry divide the error of
 * the mean; where entries have different numbers the harmonic mean stands for them.
 */
function fromVariances({ entry, judge, residual }: Statistics['variance'], judges: number): Correlations {
  if (entry === null || judge === null || residual === null || judges === 0)
    return { panel: null, single: null };
  const share = (error: number): number | null => (entry + error === 0 ? null : entry / (entry + error));
  return { panel: share((judge + residual) / judges), single: share(judge + residual) };
}

function harmonicMean(values: readonly number[]): number {
  const counted = values.filter((value) => value > 0);
  if (counted.length === 0) return 0;
  return counted.length / counted.reduce((sum, value) => sum + 1 / value, 0);
}
