import type { ScoringRules, VoteSettings } from '../contract/settings.ts';
import type { Rules, Stage } from '../scoring/scorebook/types.ts';

/** What a result calls the judges' part where votes count beside it; it stands in the open file and in every derivation. */
export const judgedStage = '现场评审';
export const votedStage = '大众投票';

/** The settings' rule in the words of `scorebook/1`. */
export function scoringRules({ beside, ...rules }: ScoringRules): Rules {
  return beside?.votes ? { ...rules, stages: stagesOf(beside.votes) } : rules;
}

const stagesOf = ({ judges, weight, by, table }: VoteSettings): Stage[] => [
  { id: judgedStage, weight: judges },
  { id: votedStage, weight, votes: by === 'rank' ? { by, table } : { by } },
];
