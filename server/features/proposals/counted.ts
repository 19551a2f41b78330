import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';

/**
 * Every submitted proposal of a competition in the version that counts, whatever is being typed since, with its
 * applicant and its place in the order (null before the draw); by number. What is judged, planned, funded and
 * published starts from here; a working copy never does.
 */
export function countedProposals({ store }: Context, db: Db, competition: string) {
  const { proposal, proposalVersion, applicant, defense } = store.t;
  return db
    .select({
      id: proposal.id,
      number: proposal.number,
      status: proposal.status,
      submittedAt: proposal.submittedAt,
      automatic: proposal.automatic,
      savedAt: proposal.savedAt,
      content: proposalVersion.content,
      applicant: { id: applicant.id, phone: applicant.phone, profile: applicant.profile },
      defense: {
        order: defense.order,
        session: defense.session,
        status: defense.status,
        startedAt: defense.startedAt,
      },
    })
    .from(proposal)
    .innerJoin(applicant, eq(applicant.id, proposal.applicant))
    .innerJoin(
      proposalVersion,
      and(
        eq(proposalVersion.proposal, proposal.id),
        eq(proposalVersion.revision, proposal.submittedRevision),
      ),
    )
    .leftJoin(defense, eq(defense.proposal, proposal.id))
    .where(eq(proposal.competition, competition))
    .orderBy(proposal.number, proposal.id);
}
