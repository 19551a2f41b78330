import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { latestResultVersion } from '../results/queries.ts';
import { loadRecordOfDay } from '../results/record-of-day.ts';
import { judgeSheetsDocument, reportDocument, summaryDocument } from './documents.ts';
import { loadPaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import { printJob } from './print-job.ts';

/**
 * Everything that is signed on the day, in one print job: the judges' sheets of each locked session and, once a
 * result is there, summary and review report.
 * @throws ContractError wrong_state while no session is locked
 */
export async function dayJobDocument(context: Context, competition: string): Promise<Paper> {
  const { settings } = await loadPaperHead(context, competition);
  const { lockedSessions } = await loadRecordOfDay(context, competition);
  const locked = settings.timeline.sessions.filter(({ id }) => lockedSessions.has(id));
  if (locked.length === 0)
    throw new ContractError('wrong_state', { message: '还没有锁定的场次，先锁定再打印' });
  const sheets: Paper[] = [];
  for (const { id } of locked) sheets.push(await judgeSheetsDocument(context, competition, id));
  const hasResult = (await latestResultVersion(context, context.store.read, competition)) > 0;
  const after = hasResult
    ? [await summaryDocument(context, competition), await reportDocument(context, competition)]
    : [];
  return printJob(`${settings.name}当天打印`, [...sheets, ...after]);
}
