import { and, eq } from 'drizzle-orm';
import type { PlannedProject } from '../../../shared/contract/schedule.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { recusalsOf } from '../judges/recusals.ts';

/** A project with the half-day it stands in once the order is known. */
export interface ProjectInPlan {
  readonly project: PlannedProject;
  readonly session: string | null;
}

/** The projects to be planned: those that passed the form check, and those in the order already; by their numbers. */
export async function projectsInPlan(
  context: Context,
  db: Db,
  competition: string,
): Promise<ProjectInPlan[]> {
  const { proposal, proposalVersion, applicant, defense } = context.store.t;
  const rows = await db
    .select({
      id: proposal.id,
      number: proposal.number,
      passed: proposal.status,
      // What was submitted counts, whatever is being typed since.
      content: proposalVersion.content,
      applicant: applicant.id,
      profile: applicant.profile,
      order: defense.order,
      session: defense.session,
      status: defense.status,
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
  const recused = new Map<string, string[]>();
  for (const each of await recusalsOf(context, db, competition))
    if (each.kind === 'must') recused.set(each.proposal, [...(recused.get(each.proposal) ?? []), each.judge]);
  const ordered = rows.some(({ order }) => order !== null);
  return rows
    .filter(({ passed, order }) => (ordered ? order !== null : passed === 'passed'))
    .map((row) => ({
      session: row.session,
      project: {
        proposal: row.id,
        number: row.number,
        order: row.order,
        status: (row.status ?? 'waiting') as PlannedProject['status'],
        title: row.content.title,
        applicant: row.applicant,
        applicantName: row.profile?.name ?? '',
        community: row.content.community,
        recused: recused.get(row.id) ?? [],
      },
    }));
}
