import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import { withdrawDefense } from '../defenses/withdrawal.ts';
import type { ProposalActor } from './actor.ts';
import type { ProposalRow } from './rows.ts';

/**
 * Withdraws a proposal; once it stands in the order of the defenses this is 退出答辩 and its number stays. A draft
 * leaves no trace in the ledger.
 * @throws ContractError wrong_state when it is refused or withdrawn already, locked when its session is signed
 */
export async function withdrawProposal(
  context: Context,
  tx: Db,
  row: ProposalRow,
  reason: string,
  by: ProposalActor,
): Promise<void> {
  const { proposal } = context.store.t;
  if (row.status === 'withdrawn' || row.status === 'refused') throw new ContractError('wrong_state');
  if (await isDrawn(context, tx, row.id))
    return withdrawDefense(context, tx, row.competition, row.id, reason, by);
  await tx.update(proposal).set({ status: 'withdrawn' }).where(eq(proposal.id, row.id));
  if (row.submittedRevision === 0) return;
  await record(context, tx, row.competition, {
    at: context.now(),
    actor: by,
    action: 'proposal_withdrawn',
    subject: `proposal:${row.id}`,
    data: {},
    sealed: { reason },
  });
}

/** Whether the proposal has its place in the order of the defenses. */
export async function isDrawn({ store }: Context, tx: Db, proposal: string): Promise<boolean> {
  const { defense } = store.t;
  const [row] = await tx.select({ order: defense.order }).from(defense).where(eq(defense.proposal, proposal));
  return row !== undefined;
}
