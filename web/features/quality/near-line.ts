import type { LineCertainty } from '../../../shared/contract/quality.ts';

const AROUND = 8;

/**
 * The projects worth looking at when asking how firmly the line stands: some on both sides of it, and every one that
 * hangs on a single judge.
 * @returns ids in rank order
 */
export function nearLine({ cut, entries }: LineCertainty): string[] {
  const inQuestion = entries.flatMap(({ standing }, index) => (standing === 'borderline' ? [index] : []));
  const from = Math.min(cut - AROUND, ...inQuestion);
  const to = Math.max(cut + AROUND - 1, ...inQuestion);
  return entries.flatMap(({ proposal }, index) => (index >= from && index <= to ? [proposal] : []));
}
