import { and, desc, eq } from 'drizzle-orm';
import type { ProposalStatus, ProposalSummary } from '../../../shared/contract/proposals.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { applicantName } from '../applicants/rows.ts';
import { countedProposals } from './counted.ts';
import { presentSummary } from './present.ts';

/** Every submitted proposal of a competition in the version that counts, newest change first. */
export async function submittedProposals(
  context: Context,
  db: Db,
  competition: string,
): Promise<ProposalSummary[]> {
  const rows = await countedProposals(context, db, competition);
  return rows
    .map(({ applicant, content, ...row }) =>
      presentSummary(
        { ...row, applicant: applicant.id, status: row.status as ProposalStatus },
        content,
        applicantName(applicant),
      ),
    )
    .sort(newestFirst);
}

const newestFirst = (a: ProposalSummary, b: ProposalSummary): number =>
  b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1);

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
  return [...submitted, ...drafts].sort(newestFirst);
}
