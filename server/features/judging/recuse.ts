import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { addRecusal } from '../judges/recusals.ts';
import { gateOf } from './gate.ts';
import type { SheetKey } from './gate.ts';

/**
 * A judge's own recusal, at any time before the lock. Where one is on record already nothing is added: the judge
 * wanted to be off the project, and is.
 * @throws ContractError not_found, locked, wrong_state
 */
export async function recuseOneself(context: Context, tx: Db, key: SheetKey, reason: string): Promise<void> {
  const { competition, judge, proposal } = key;
  const gate = await gateOf(context, tx, key);
  if (gate.recusal !== null) return;
  const draft = {
    judge,
    proposal,
    kind: 'must' as const,
    grounds: ['other' as const],
    source: 'declared' as const,
    detail: reason,
  };
  await addRecusal(context, tx, competition, draft, `judge:${judge}`);
}
