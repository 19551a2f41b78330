import { and, eq } from 'drizzle-orm';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';

/** A project that will be heard, with what was submitted for it. */
export interface ProjectToHear {
  proposal: string;
  /** Null before the draw. */
  order: number | null;
  number: string;
  applicantName: string;
  content: ProposalContent;
}

/** Projects that passed the form check and have not withdrawn, by order number, before the draw by their number. */
export async function projectsToHear(
  { store }: Context,
  db: Db,
  competition: string,
): Promise<ProjectToHear[]> {
  const { proposal, proposalVersion, applicant, defense } = store.t;
  const rows = await db
    .select({
      proposal: proposal.id,
      number: proposal.number,
      profile: applicant.profile,
      order: defense.order,
      status: defense.status,
      content: proposalVersion.content,
    })
    .from(proposal)
    .innerJoin(applicant, eq(applicant.id, proposal.applicant))
    // What was submitted counts, whatever is being typed since.
    .innerJoin(
      proposalVersion,
      and(
        eq(proposalVersion.proposal, proposal.id),
        eq(proposalVersion.revision, proposal.submittedRevision),
      ),
    )
    .leftJoin(defense, eq(defense.proposal, proposal.id))
    .where(and(eq(proposal.competition, competition), eq(proposal.status, 'passed')));
  return rows
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ profile, proposal: id, order, number, content }) => ({
      proposal: id,
      order,
      number,
      applicantName: profile?.name ?? '',
      content,
    }))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.number < b.number ? -1 : 1));
}
