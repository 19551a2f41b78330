import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import type { Principal } from '../../http/principal.ts';
import type { Db } from '../../store/store.ts';
import { applicantRow } from '../applicants/rows.ts';
import type { ProposalRow } from './rows.ts';

export type ProposalActor = `applicant:${string}` | `officer:${string}`;

/** Who acts on a proposal, as the ledger names them: its own applicant, or the officer who does it for them. */
export async function actorFor(
  context: Context,
  db: Db,
  { competition, applicant }: Pick<ProposalRow, 'competition' | 'applicant'>,
  { account }: Principal,
): Promise<ProposalActor> {
  if (!account) throw new ContractError('not_signed_in');
  const row = await applicantRow(context, db, competition, applicant);
  return row.account === account.id ? `applicant:${row.id}` : `officer:${account.id}`;
}
