import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { countedProposals } from '../proposals/counted.ts';

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
  context: Context,
  db: Db,
  competition: string,
): Promise<ProjectToHear[]> {
  const rows = await countedProposals(context, db, competition);
  return rows
    .filter(({ status, defense }) => status === 'passed' && defense?.status !== 'withdrawn')
    .map(({ id, number, content, applicant, defense }) => ({
      proposal: id,
      order: defense?.order ?? null,
      number,
      applicantName: applicant.profile?.name ?? '',
      content,
    }))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.number < b.number ? -1 : 1));
}
