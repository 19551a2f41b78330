import type { MipEngine } from '../../../solver/mip.ts';
import type { SearchTools } from './raise-worst.ts';

export interface FairTools {
  /** Asked for only where the search alone does not prove the answer. */
  readonly loadEngine: () => Promise<MipEngine>;
  readonly secondsLeft: () => number;
}

/** The search may take this share of the time that is left; chance is the same each run. */
export function within({ secondsLeft }: FairTools, share: number): SearchTools {
  const end = secondsLeft() * (1 - share);
  return { pick: chance(), expired: () => secondsLeft() <= end };
}

/** Whole numbers below a limit for the search (Park and Miller 1988); not for a draw that anybody has to trust. */
function chance(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
