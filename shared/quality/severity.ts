import type { SeverityWord } from '../contract/quality.ts';
import type { Statistics } from '../scoring/statistics/types.ts';
import type { Bands } from './bands.ts';
import { wordFor } from './bands.ts';

type Degree = 'alike' | 'slightly' | 'plain' | 'clearly';

/**
 * Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 25–27: a difference of means of 0.2
 * standard deviations is small, of 0.5 medium, of 0.8 large.
 */
const DEGREES: Bands<Degree> = [
  { from: 0, word: 'alike' },
  { from: 0.2, word: 'slightly' },
  { from: 0.5, word: 'plain' },
  { from: 0.8, word: 'clearly' },
];

const LENIENT: Readonly<Record<Degree, SeverityWord>> = {
  alike: 'alike',
  slightly: 'slightly_lenient',
  plain: 'lenient',
  clearly: 'clearly_lenient',
};
const STRICT: Readonly<Record<Degree, SeverityWord>> = {
  alike: 'alike',
  slightly: 'slightly_strict',
  plain: 'strict',
  clearly: 'clearly_strict',
};

/**
 * A judge's effect (points, positive = gives more) in a word: a description, never a correction. Its measure is the
 * standard deviation of one judge's totals over the projects, √(entry + residual).
 */
export function severityWord(
  effect: number | null,
  { entry, residual }: Statistics['variance'],
): SeverityWord | null {
  if (effect === null || entry === null || residual === null) return null;
  const deviation = Math.sqrt(entry + residual);
  if (deviation === 0) return effect === 0 ? 'alike' : null;
  const degree = wordFor(Math.abs(effect) / deviation, DEGREES);
  return degree && (effect < 0 ? STRICT : LENIENT)[degree];
}
