import type { EngineOracle } from '../best/engine-oracle.ts';
import type { Project } from '../limits.ts';
import { eligibleProjects } from '../problem.ts';
import { openPurse } from '../purse.ts';
import { canMeetFloors } from '../rank/floor-oracle.ts';
import type { FloorOracle } from '../rank/floor-oracle.ts';
import type { Change } from './relaxation.ts';
import type { Rule, Ruled } from './rules.ts';
import { rulesOf, withOnly } from './rules.ts';
import { smallestClash } from './smallest-clash.ts';

/** Rules that cannot all be kept, and the cheapest way out. */
export type Clash = {
  /** The fewest that clash; where the time ran out, few that do as far as is known. */
  readonly rules: readonly Rule[];
  /** Null: the time ran out. */
  readonly changes: readonly Change[] | null;
};

/** Whether some list keeps all rules. */
export const canBeKept = (ruled: Ruled, oracle: FloorOracle): boolean =>
  canMeetFloors(openPurse(ruled.limits), eligibleProjects(ruled) satisfies readonly Project[], oracle);

/** The fewest rules of a problem that clash; null where the time did not allow to be certain. */
export function clashingRules(ruled: Ruled, { oracle, isSure }: EngineOracle): Rule[] | null {
  const rules = smallestClash(rulesOf(ruled), (some) => !canBeKept(withOnly(ruled, some), oracle));
  return isSure() ? rules : null;
}
