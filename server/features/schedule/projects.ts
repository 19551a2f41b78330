import type { PlannedProject } from '../../../shared/contract/schedule.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { recusalsOf } from '../judges/recusals.ts';
import { countedProposals } from '../proposals/counted.ts';

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
  const rows = await countedProposals(context, db, competition);
  const recused = new Map<string, string[]>();
  for (const each of await recusalsOf(context, db, competition))
    if (each.kind === 'must') recused.set(each.proposal, [...(recused.get(each.proposal) ?? []), each.judge]);
  const ordered = rows.some(({ defense }) => defense !== null);
  return rows
    .filter(({ status, defense }) => (ordered ? defense !== null : status === 'passed'))
    .map((row) => ({
      session: row.defense?.session ?? null,
      project: {
        proposal: row.id,
        number: row.number,
        order: row.defense?.order ?? null,
        status: (row.defense?.status ?? 'waiting') as PlannedProject['status'],
        title: row.content.title,
        applicant: row.applicant.id,
        applicantName: row.applicant.profile?.name ?? '',
        community: row.content.community,
        recused: recused.get(row.id) ?? [],
      },
    }));
}
