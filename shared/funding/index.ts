/** Who gets money: models and rules over integers in fen. */
export { allocateByRank } from './stop-rule.ts';
export type { Allocation, Candidate, Cause, Grant, RankRule } from './candidate.ts';
export { fundingSentence, grantSentence } from './words.ts';
