import type { countings } from '../contract/incidents.ts';
import type { ScoringRules } from '../contract/settings.ts';

export type Counting = (typeof countings)[number];

/**
 * How a project's score will be made of so many valid sheets. Where highest and lowest are looked for inside each
 * party, the number alone does not tell.
 */
export function countingOf({ trim, quorum }: Pick<ScoringRules, 'trim' | 'quorum'>, valid: number): Counting {
  if (valid < quorum) return 'below_quorum';
  if (trim === null) return 'plain';
  if (trim.within === 'party') return 'by_party';
  return valid >= trim.min_valid ? 'trimmed' : 'plain';
}
