import { editing } from '../../../shared/proposals/editing.ts';
import type { Context } from '../../context.ts';
import type { Principal } from '../../http/principal.ts';
import { applicantRow } from '../applicants/rows.ts';
import { callSettings } from './call.ts';
import type { ProposalRow } from './rows.ts';

/**
 * Whether the caller is shown the working copy of a proposal: its applicant always, the operator, who helps, as long
 * as it can be changed or was never submitted. Everybody else sees the version that counts.
 */
export async function seesWorkingCopy(
  context: Context,
  { roles, principal }: { roles: readonly string[]; principal: Principal },
  row: ProposalRow,
): Promise<boolean> {
  const { read } = context.store;
  const applicant = await applicantRow(context, read, row.competition, row.applicant);
  if (applicant.account !== null && applicant.account === principal.account?.id) return true;
  if (!roles.includes('operator')) return false;
  if (row.submittedRevision === 0) return true;
  const { timeline } = await callSettings(context, read, row.competition);
  return editing(row, timeline, context.now()).open !== 'nothing';
}
