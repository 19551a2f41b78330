import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { confirmedDecision } from '../decisions/funded-list.ts';
import { ledgerAfter } from '../ledger/entries.ts';
import { loadPaperHead } from './head.ts';
import { draftNotice } from './notice.ts';
import type { Paper } from './paper.ts';

/**
 * The draft notice of the decision that holds.
 * @throws ContractError not_found while no decision is confirmed
 */
export async function noticePaper(context: Context, competition: string): Promise<Paper> {
  const confirmed = await confirmedDecision(context, competition);
  if (!confirmed) throw new ContractError('not_found', { message: '拟资助名单还没有确认' });
  const subject = `decision:${confirmed.decision.version}`;
  const ledger = await ledgerAfter(context, competition, 'decision_confirmed', subject);
  return draftNotice(await loadPaperHead(context, competition), confirmed, ledger);
}
