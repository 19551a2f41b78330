import { applicants } from '../../../shared/contract/applicants.ts';
import type { ApplicantProfile } from '../../../shared/contract/applicants.ts';
import { proposals } from '../../../shared/contract/proposals.ts';
import type { Proposal, ProposalSummary } from '../../../shared/contract/proposals.ts';
import { call } from '../../api/client.ts';

export interface Review {
  proposal: Proposal;
  profile: ApplicantProfile | null;
  /** The whole list, to go on from. */
  list: ProposalSummary[];
}

/** One proposal as the form check sees it: the submitted version; of one never submitted, the draft. */
export async function loadReview(competition: string, proposal: string): Promise<Review> {
  const params = { competition };
  const [list, people] = await Promise.all([
    call(proposals.list, { params }),
    call(applicants.list, { params }),
  ]);
  const isDraft = list.find(({ id }) => id === proposal)?.submittedAt === null;
  const one = await call(proposals.get, {
    params: { competition, proposal },
    query: isDraft ? {} : { version: 'submitted' },
  });
  const profile = people.find(({ id }) => id === one.applicant)?.profile ?? null;
  return { proposal: one, profile, list };
}
