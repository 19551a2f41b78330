import type { Criterion } from '../../../../shared/contract/settings.ts';
import { markAt, markScale } from '../../../ui/score/mark-scale.ts';

type Level = Criterion['levels'][number];

/** Where each word begins, in percent of the range of marks (示例：九十、七十五、六十). */
const bands = [
  ['优', 90],
  ['良', 75],
  ['中', 60],
  ['差', 0],
] as const;

/**
 * Four level words over the marks of a criterion, without a hole between them, words of the description left to be
 * written. None where the range has fewer than four marks or is none.
 */
export function standardLevels(range: Pick<Criterion, 'min' | 'max' | 'step'>): Level[] {
  const scale = scaleOf(range);
  if (scale === null || scale.last < 3) return [];
  const starts = bands.map(([, percent]) => Math.ceil((scale.last * percent) / 100));
  const levels = bands.map(([word], index): Level => {
    const from = starts[index] ?? 0;
    const to = index === 0 ? scale.last : (starts[index - 1] ?? 0) - 1;
    return { word, from: markAt(scale, from), to: markAt(scale, Math.max(from, to)), description: '' };
  });
  return new Set(starts).size === bands.length ? levels : [];
}

function scaleOf(range: Pick<Criterion, 'min' | 'max' | 'step'>) {
  try {
    return markScale(range);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
