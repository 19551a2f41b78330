import { and, eq, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import type { ProposalRow } from './rows.ts';
import type { Submitted } from './submission.ts';

/**
 * The submission of the version that counts, read back from the ledger.
 * @throws ContractError not_found before the first submission
 */
export async function countedSubmission({ store }: Context, db: Db, row: ProposalRow): Promise<Submitted> {
  const { ledger } = store.t;
  const entries = await db
    .select({ seq: ledger.seq, hash: ledger.hash, at: ledger.at, data: ledger.data })
    .from(ledger)
    .where(
      and(
        eq(ledger.scope, row.competition),
        eq(ledger.subject, `proposal:${row.id}`),
        inArray(ledger.action, ['proposal_submitted', 'proposal_entered']),
      ),
    );
  const entry = entries.find(({ data }) => data['revision'] === row.submittedRevision);
  if (!entry) throw new ContractError('not_found');
  const { seq, hash, at } = entry;
  return { number: row.number, revision: row.submittedRevision, seq, hash, at };
}
