import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { entryOfRevision } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import type { ProposalRow } from './rows.ts';
import type { Submitted } from './submission.ts';

/**
 * The submission of the version that counts, read back from the ledger.
 * @throws ContractError not_found before the first submission
 */
export async function countedSubmission(context: Context, db: Db, row: ProposalRow): Promise<Submitted> {
  const { id, competition, number, submittedRevision: revision } = row;
  const actions = ['proposal_submitted', 'proposal_entered'];
  const entry = await entryOfRevision(context, db, competition, {
    subject: `proposal:${id}`,
    actions,
    revision,
  });
  if (!entry) throw new ContractError('not_found');
  return { number, revision, ...entry };
}
