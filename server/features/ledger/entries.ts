import { and, desc, eq } from 'drizzle-orm';
import type { ActionName } from '../../../shared/ledger/actions.ts';
import type { Context } from '../../context.ts';

/**
 * Where the ledger stood after the last act of this name about this subject: what papers about it print.
 * @throws Error when there is none: whoever asks has its row
 */
export async function ledgerAfter(
  { store }: Context,
  competition: string,
  action: ActionName,
  subject: string,
): Promise<{ size: number; head: string }> {
  const { ledger } = store.t;
  const [entry] = await store.read
    .select({ size: ledger.seq, head: ledger.hash })
    .from(ledger)
    .where(and(eq(ledger.scope, competition), eq(ledger.action, action), eq(ledger.subject, subject)))
    .orderBy(desc(ledger.seq))
    .limit(1);
  if (!entry) throw new Error(`${action} of ${subject} is not in the ledger`);
  return entry;
}
