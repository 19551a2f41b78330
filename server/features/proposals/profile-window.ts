import { and, eq } from 'drizzle-orm';
import type { Settings } from '../../../shared/contract/settings.ts';
import { editing } from '../../../shared/proposals/editing.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import type { ApplicantRow } from '../applicants/rows.ts';

/**
 * Whether an applicant may change its own profile now: until the deadline, and then while a correction of one of its
 * proposals has opened it. Host and community decide about recusals, so that they must not move later.
 */
export async function isProfileOpen(
  context: Context,
  db: Db,
  { id }: ApplicantRow,
  { timeline }: Settings,
): Promise<boolean> {
  if (context.now() <= timeline.deadline) return true;
  const { proposal } = context.store.t;
  const returned = await db
    .select({ check: proposal.check })
    .from(proposal)
    .where(and(eq(proposal.applicant, id), eq(proposal.status, 'returned')));
  return returned.some(({ check }) => {
    const open = editing({ status: 'returned', check }, timeline, context.now());
    return open.open === 'flagged' && open.opened.profile;
  });
}
