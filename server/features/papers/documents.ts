import { ContractError } from '../../../shared/contract/errors.ts';
import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import type { Context } from '../../context.ts';
import { confirmedDecision } from '../decisions/funded-list.ts';
import { ledgerAfter, openedEntries } from '../ledger/entries.ts';
import { cardLink } from '../devices/seat-card.ts';
import { panelOf } from '../judges/panel.ts';
import { resultRow, showResult } from '../results/queries.ts';
import { loadRecordOfDay } from '../results/record-of-day.ts';
import { brief } from './brief.ts';
import { loadCorrections } from './corrections.ts';
import { derivationPaper } from './derivation-paper.ts';
import { judgeSheets } from './judge-sheets.ts';
import { loadReportData, loadResubmitted } from './report-data.ts';
import { reviewReport } from './report.ts';
import { seatCards } from './seat-cards.ts';
import { loadPaperHead } from './head.ts';
import { draftNotice } from './notice.ts';
import type { Paper } from './paper.ts';
import { qrDrawer } from './qr-drawing.ts';
import { querySheet } from './query-sheet.ts';
import { summaryPaper } from './summary.ts';

/**
 * The draft notice of the decision that holds.
 * @throws ContractError not_found while no decision is confirmed
 */
export async function noticeDocument(context: Context, competition: string): Promise<Paper> {
  const confirmed = await confirmedDecision(context, competition);
  if (!confirmed) throw new ContractError('not_found', { message: '拟资助名单还没有确认' });
  const acts = await openedEntries(context, competition, 'decision_confirmed');
  const act = acts.findLast(({ data }) => data.version === confirmed.decision.version);
  if (!act) throw new Error('a confirmed decision has its entry');
  return draftNotice(await loadPaperHead(context, competition), confirmed, ledgerAfter(act));
}

/** Acts that changed a sheet, or whose it is, after it was locked. */
const correcting = ['sheet_returned', 'sheets_exchanged'] as const;

/**
 * The summary of the latest result.
 * @throws ContractError not_found before the first
 */
export async function summaryDocument(context: Context, competition: string): Promise<Paper> {
  const row = await resultRow(context, competition);
  const head = await loadPaperHead(context, competition);
  const corrections = await openedEntries(context, competition, ...correcting);
  const result = await showResult(context, row);
  return summaryPaper(head, result, row.scorebook.rules, corrections.length, context.now());
}

/**
 * The derivation of every score of the latest result, a page each, in rank order; of one project alone where it is named.
 * @throws ContractError not_found before the first result, and for another project
 */
export async function derivationsDocument(
  context: Context,
  competition: string,
  proposal?: string,
): Promise<Paper> {
  const row = await resultRow(context, competition);
  const result = await showResult(context, row);
  const entries = proposal === undefined ? result.entries : [entryOf(result, proposal)];
  const head = await loadPaperHead(context, competition);
  return derivationPaper(head, { result, scorebook: row.scorebook }, entries, context.now());
}

/**
 * The query sheet of one project.
 * @throws ContractError not_found before the first result, and for another project
 */
export async function querySheetDocument(
  context: Context,
  competition: string,
  proposal: string,
): Promise<Paper> {
  const row = await resultRow(context, competition);
  const result = await showResult(context, row);
  const head = await loadPaperHead(context, competition);
  return querySheet(head, { result, scorebook: row.scorebook }, entryOf(result, proposal), context.now());
}

function entryOf({ entries }: Result, proposal: string): ResultEntry {
  const entry = entries.find((one) => one.proposal === proposal);
  if (!entry) throw new ContractError('not_found');
  return entry;
}

/**
 * The review report of the latest result.
 * @throws ContractError not_found before the first
 */
export async function reportDocument(context: Context, competition: string): Promise<Paper> {
  const row = await resultRow(context, competition);
  const head = await loadPaperHead(context, competition);
  const data = await loadReportData(context, competition);
  const told = {
    ...data,
    result: await showResult(context, row),
    rules: row.scorebook.rules,
    criteria: head.settings.rubric.criteria,
    beside: head.settings.scoring.beside ?? {},
  };
  return reviewReport(head, told, context.now());
}

/**
 * The judges' own sheets of a locked session.
 * @throws ContractError not_found, wrong_state while the session is open
 */
export async function judgeSheetsDocument(context: Context, competition: string, id: string): Promise<Paper> {
  const head = await loadPaperHead(context, competition);
  const session = head.settings.timeline.sessions.find((each) => each.id === id);
  if (!session) throw new ContractError('not_found');
  const day = await loadRecordOfDay(context, competition);
  const locks = await openedEntries(context, competition, 'sheet_locked');
  const lock = locks.findLast(({ data }) => data.session === id);
  if (!lock || !day.lockedSessions.has(id))
    throw new ContractError('wrong_state', { message: '这一场还没有锁定' });
  const resubmitted = await loadResubmitted(context, competition);
  const corrections = await loadCorrections(context, competition);
  const locked = { session, ledger: ledgerAfter(lock), day, resubmitted, corrections };
  return judgeSheets(head, locked, context.now());
}

export async function seatCardsDocument(context: Context, competition: string): Promise<Paper> {
  const head = await loadPaperHead(context, competition);
  const panel = await panelOf(context, context.store.read, competition);
  const draw = await qrDrawer();
  return seatCards(head, panel, context.config.origin, (judge) => {
    const link = cardLink(context, competition, judge);
    return { link, ...draw(link) };
  });
}

/**
 * The same evening's report to the leaders.
 * @throws ContractError not_found before the first result
 */
export async function briefDocument(context: Context, competition: string): Promise<Paper> {
  const result = await showResult(context, await resultRow(context, competition));
  const confirmed = await confirmedDecision(context, competition);
  const amounts =
    confirmed &&
    new Map(
      confirmed.decision.body.entries.flatMap(({ proposal, amount }) =>
        amount > 0 ? [[proposal, amount] as const] : [],
      ),
    );
  return brief(await loadPaperHead(context, competition), result, amounts, context.now());
}
