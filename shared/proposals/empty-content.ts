import type { ProposalContent } from '../contract/proposals.ts';

/** A proposal in which nothing is filled in but its title. */
export const emptyContent = (title: string): ProposalContent => ({
  title,
  track: null,
  community: null,
  from: '',
  to: '',
  summary: '',
  needs: '',
  overallGoal: '',
  goals: [],
  activities: [],
  beneficiaries: { direct: 0, indirect: 0, description: '' },
  innovation: '',
  risks: [],
  sustainability: '',
  team: [],
  budget: [],
  minimum: null,
});
