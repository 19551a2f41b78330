import type { ProposalContent } from '../contract/proposals.ts';

/** The eight tasks of a proposal (八件事), in their order. */
export const sectionIds = [
  'basics',
  'need',
  'plan',
  'team',
  'goals',
  'budget',
  'attachments',
  'seal',
] as const;
export type SectionId = (typeof sectionIds)[number];

export const sectionNames: Record<SectionId, string> = {
  basics: '基本信息',
  need: '社区的需求',
  plan: '做什么',
  team: '团队和居民',
  goals: '目标',
  budget: '预算',
  attachments: '附件',
  seal: '盖章页',
};

export type Member = keyof ProposalContent;

/** Members of the content by task; papers are attachments and have none. */
export const sectionMembers: Record<SectionId, readonly Member[]> = {
  basics: ['title', 'track', 'community', 'from', 'to', 'summary'],
  need: ['needs'],
  plan: ['activities', 'innovation', 'risks', 'sustainability'],
  team: ['team', 'beneficiaries'],
  goals: ['overallGoal', 'goals'],
  budget: ['budget', 'minimum'],
  attachments: [],
  seal: [],
};

export const allMembers: readonly Member[] = Object.values(sectionMembers).flat();
