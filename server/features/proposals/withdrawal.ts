import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Actor } from '../../../shared/ledger/actions/action.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import type { ProposalRow } from './rows.ts';

/**
 * Withdraws a proposal before the order of the defenses is drawn; a draft leaves no trace in the ledger.
 * @throws ContractError wrong_state when it is refused or withdrawn already, or has its order number: then the host
 *   enters the withdrawal on the day (退出答辩)
 */
export async function withdrawProposal(
  context: Context,
  tx: Db,
  row: ProposalRow,
  reason: string,
  by: Actor,
): Promise<void> {
  const { proposal } = context.store.t;
  if (row.status === 'withdrawn' || row.status === 'refused') throw new ContractError('wrong_state');
  if (await isDrawn(context, tx, row.id))
    throw new ContractError('wrong_state', {
      message: '出场顺序号已经排定，请告诉承办方，由控场办理退出答辩',
    });
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
