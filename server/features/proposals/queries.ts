import { and, desc, eq, gt } from 'drizzle-orm';
import type { ProposalStatus, ProposalSummary } from '../../../shared/contract/proposals.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { applicantName } from '../applicants/rows.ts';
import { presentSummary } from './present.ts';

/**
 * Every submitted proposal of a competition in the version that counts, newest change first. What is judged, funded
 * and published starts from here; a working copy never does.
 */
export async function submittedProposals(
  { store }: Context,
  db: Db,
  competition: string,
): Promise<ProposalSummary[]> {
  const { proposal, proposalVersion, applicant } = store.t;
  const rows = await db
    .select({ row: proposal, version: proposalVersion, profile: applicant.profile })
    .from(proposal)
    .innerJoin(applicant, eq(applicant.id, proposal.applicant))
    .innerJoin(
      proposalVersion,
      and(
        eq(proposalVersion.proposal, proposal.id),
        eq(proposalVersion.revision, proposal.submittedRevision),
      ),
    )
    .where(and(eq(proposal.competition, competition), gt(proposal.submittedRevision, 0)))
    .orderBy(desc(proposal.savedAt), desc(proposal.id));
  return rows.map(({ row, version, profile }) =>
    presentSummary(
      { ...row, status: row.status as ProposalStatus },
      version.content,
      applicantName({ profile }),
    ),
  );
}

/** Drafts that were never submitted, of the whole competition or of one applicant; newest change first. */
async function workingCopies(
  { store }: Context,
  competition: string,
  filter: { applicant: string } | 'drafts',
): Promise<ProposalSummary[]> {
  const { proposal, applicant } = store.t;
  const wanted =
    filter === 'drafts' ? eq(proposal.submittedRevision, 0) : eq(proposal.applicant, filter.applicant);
  const rows = await store.read
    .select({ row: proposal, profile: applicant.profile })
    .from(proposal)
    .innerJoin(applicant, eq(applicant.id, proposal.applicant))
    .where(and(eq(proposal.competition, competition), wanted))
    .orderBy(desc(proposal.savedAt), desc(proposal.id));
  return rows.map(({ row, profile }) =>
    presentSummary({ ...row, status: row.status as ProposalStatus }, row.content, applicantName({ profile })),
  );
}

/** Own proposals of an applicant in their working copies. */
export const proposalsOfApplicant = (context: Context, competition: string, applicant: string) =>
  workingCopies(context, competition, { applicant });

/**
 * What an officer may see: the submitted version of each proposal; the operator, who helps the applicants, also the
 * drafts.
 */
export async function listProposals(
  context: Context,
  competition: string,
  withDrafts: boolean,
): Promise<ProposalSummary[]> {
  const submitted = await submittedProposals(context, context.store.read, competition);
  if (!withDrafts) return submitted;
  const drafts = await workingCopies(context, competition, 'drafts');
  return [...submitted, ...drafts].sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1));
}
