/** Who gets money: lists down the ranks for people to decide on. `funding/1` and its solvers stand in `solve.ts`. */
export { costsOf, limitsOf, projectOf, rankRuleOf, settingsSentence } from './by-settings.ts';
export { clashSentences } from './clash/words.ts';
export { rankedList } from './decide.ts';
export type { RankedList } from './decide.ts';
export type { Limits } from './limits.ts';
export { brokenLimits, limitStates } from './list-state.ts';
export type { Candidate, Grant } from './rank/candidate.ts';
export { outcomesOf, rankFaults } from './verify/rank-faults.ts';
export { causeSentence, inYuan, limitWords } from './words.ts';
