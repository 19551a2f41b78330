import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { openCountersignatures, twoPersonActs } from '../../../shared/ledger/countersign.ts';
import type { TwoPersonEntry } from '../../../shared/ledger/countersign.ts';
import { isKnownEntry } from '../../../shared/ledger/known-entry.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';

/** The acts that are still to be countersigned, oldest first: the ledger is the one place that knows. */
export async function openEntries(
  { store }: Context,
  db: Db,
  competition: string,
): Promise<TwoPersonEntry[]> {
  const { scope, ...entry } = getTableColumns(store.t.ledger);
  const rows = await db
    .select(entry)
    .from(store.t.ledger)
    .where(and(eq(scope, competition), inArray(entry.action, [...twoPersonActs, 'countersigned'])))
    .orderBy(asc(entry.seq));
  return openCountersignatures(rows.filter(isKnownEntry));
}

export const countOpenCountersignatures = async (
  context: Context,
  db: Db,
  competition: string,
): Promise<number> => (await openEntries(context, db, competition)).length;

/**
 * Refuses what may not be done while an act waits for its second person.
 * @throws ContractError wrong_state
 */
export async function requireCountersigned(context: Context, tx: Db, competition: string): Promise<void> {
  const count = await countOpenCountersignatures(context, tx, competition);
  if (count > 0)
    throw new ContractError('wrong_state', {
      message: `还有 ${count} 件事等第二人补签，补签完才能签认结果、确认名单`,
    });
}

/**
 * Countersigns an act. The approver has been checked; that it is not who acted is checked here, by the ledger.
 * @throws ContractError wrong_state when nothing of that number is open, approval_refused
 */
export async function countersign(
  context: Context,
  tx: Db,
  competition: string,
  seq: number,
  approver: string,
): Promise<void> {
  const open = (await openEntries(context, tx, competition)).find((entry) => entry.seq === seq);
  if (!open) throw new ContractError('wrong_state', { message: '这一件已经补签过，或者不用补签' });
  if (open.actor === `officer:${approver}`)
    throw new ContractError('approval_refused', { message: '经办人不能复核自己的操作' });
  await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${approver}`,
    action: 'countersigned',
    subject: `competition:${competition}`,
    data: { entry: seq },
    sealed: {},
  });
}
