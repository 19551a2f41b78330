import type { Marks } from '../../../shared/contract/common.ts';
import type { Criterion } from '../../../shared/contract/settings.ts';
import { fullMarkOf, totalOf } from './own-totals.ts';

export type CheckWarning = 'warnFull' | 'warnEqual' | 'warnFar';

/** Share of the full mark beyond which a total counts as far from the judge's own mean, and from how many sheets on. */
const far = 0.2;
const enough = 3;

/** What a judge may want to look at again before submitting; it never stops them. For words only, so plain numbers do. */
export function checkWarnings(
  criteria: readonly Criterion[],
  marks: Marks,
  earlier: readonly string[],
): CheckWarning[] {
  const { total, missing } = totalOf(criteria, marks);
  if (missing.length > 0) return [];
  const full = Number(fullMarkOf(criteria));
  const given = new Set(Object.values(marks));
  const mean = earlier.reduce((sum, other) => sum + Number(other), 0) / earlier.length;
  const warnings: CheckWarning[] = [];
  if (Number(total) === full) warnings.push('warnFull');
  else if (given.size === 1 && criteria.length >= enough) warnings.push('warnEqual');
  if (earlier.length >= enough && Math.abs(Number(total) - mean) > far * full) warnings.push('warnFar');
  return warnings;
}
