import { goalKinds } from '../../../../shared/contract/proposals.ts';
import type { ProposalContent } from '../../../../shared/contract/proposals.ts';

export type GoalKind = (typeof goalKinds)[number];

/** Name of a kind in locale keys. */
export const goalKeys: Readonly<Record<GoalKind, string>> = {
  数量: 'quantity',
  质量: 'quality',
  时效: 'time',
  成本: 'cost',
  效益: 'benefit',
  满意度: 'satisfaction',
};

/** The first kind that no goal has yet, so that adding leads through all six. */
export const nextGoalKind = (goals: ProposalContent['goals']): GoalKind =>
  goalKinds.find((kind) => goals.every((goal) => goal.kind !== kind)) ?? goalKinds[0];
