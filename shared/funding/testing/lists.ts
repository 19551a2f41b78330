import type { Amount, Limits } from '../limits.ts';
import type { Candidate, RankRule } from '../rank/candidate.ts';
import type { FloorOracle } from '../rank/floor-oracle.ts';

/** One budget, no other limit. */
export const onePot = (amount: Amount, count: number | null = null): Limits => ({
  budgets: [{ id: 'pool', name: '', amount }],
  floors: [],
  caps: [],
  count,
});

/** The county default. */
export const countyRule: RankRule = { rule: 'stop', trimLast: true, stopEnds: 'budget' };

export const candidateOf = (
  id: string,
  rank: number | null,
  requested: Amount,
  minimum = requested,
): Candidate => ({ id, rank, belowLine: false, costs: [requested], minimum, track: null, community: null });

/** For lists on which counting alone tells whether floors can be met. */
export const neverAsked: FloorOracle = () => {
  throw new Error('the oracle was asked');
};
