import type { Marks } from '../../../shared/contract/common.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { CellState } from '../../../shared/contract/stage.ts';
import type { LedgerEntry } from '../../../shared/ledger/entry.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { settingsAt } from '../defenses/settings.ts';
import { gateOf, isReturned } from './gate.ts';
import type { Gate } from './gate.ts';
import { checkMarks } from './rubric.ts';
import { writeRevision } from './write-revision.ts';
import type { Stamp } from './write-revision.ts';

/** Two sheets of one judge that were filled in for each other's projects. */
export interface Exchanged {
  competition: string;
  judge: string;
  proposal: string;
  other: string;
}

/** What a sheet holds after the exchange, and as what it stands there. */
export interface ExchangedSheet {
  proposal: string;
  revision: number;
  status: Stamp['status'];
  marks: Marks;
  comment: string;
}

/**
 * What the two sheets would hold after an exchange. A sheet that is in stays in: as submitted, or as locked where
 * the session of its new project is.
 * @throws ContractError wrong_state with the way on, invalid_input where a mark does not fit the other project
 */
export async function exchangedSheets(
  context: Context,
  db: Db,
  { competition, judge, proposal, other }: Exchanged,
): Promise<[ExchangedSheet, ExchangedSheet]> {
  if (proposal === other) throw refuse('请选两个不同的项目');
  const gates = [
    await gateOf(context, db, { competition, judge, proposal }),
    await gateOf(context, db, { competition, judge, proposal: other }),
  ] as const;
  for (const gate of gates) requireExchangeable(gate, context.now());
  if (!gates.some(({ sheet }) => isIn(sheet))) throw refuse('两份都还没有提交，评委可以直接在平板上改');
  const settings = await settingsAt(context, db, competition, gates[0].settingsRevision);
  const moved = (to: Gate, of: string, from: Gate): ExchangedSheet => {
    const { marks = {}, comment = '' } = from.sheet ?? {};
    if (to.lockedAt !== null && !isIn(from.sheet))
      throw refuse('有一份所在的场次已锁定，另一份还没有提交，不能对调；请办“退回修改”');
    if (isIn(from.sheet)) checkMarks(settings, to.track, marks, 'complete');
    return { proposal: of, revision: to.sheet?.revision ?? 0, status: statusOf(to, from), marks, comment };
  };
  return [moved(gates[0], proposal, gates[1]), moved(gates[1], other, gates[0])];
}

/** @param how `approver` absent: the judge did it on the own tablet, where nobody else is needed */
export async function exchangeSheets(
  context: Context,
  tx: Db,
  place: Exchanged,
  how: {
    actor: `judge:${string}` | `officer:${string}`;
    operation: string;
    approver?: string | null;
    reason: string | null;
  },
): Promise<LedgerEntry> {
  const { competition, judge, proposal, other } = place;
  const sheets = await exchangedSheets(context, tx, place);
  const entry = await record(context, tx, competition, {
    at: context.now(),
    actor: how.actor,
    action: 'sheets_exchanged',
    subject: `judge:${judge}`,
    data: {
      entry: proposal,
      other,
      operation: how.operation,
      ...(how.approver === undefined ? {} : { approver: how.approver }),
    },
    sealed: { reason: how.reason },
  });
  for (const { proposal: of, revision, status, marks, comment } of sheets)
    await writeRevision(
      context,
      tx,
      { competition, judge, proposal: of },
      { operation: how.operation, base: revision, marks, comment },
      {
        action: 'exchange',
        status,
        device: '',
        at: entry.at,
        ledgerSeq: status === 'submitted' || status === 'locked' ? entry.seq : 0,
      },
    );
  await advanceBooks(context, tx, competition);
  return entry;
}

/** As the console's grid shows a sheet after the exchange. */
export const cellAfter = ({ status }: ExchangedSheet): CellState =>
  ({ none: 'none', draft: 'draft', submitted: 'sent', locked: 'done' })[status] as CellState;

const isIn = (sheet: Gate['sheet']): boolean => sheet?.status === 'submitted' || sheet?.status === 'locked';

function statusOf(to: Gate, from: Gate): Stamp['status'] {
  if (isIn(from.sheet)) return to.lockedAt === null ? 'submitted' : 'locked';
  return from.sheet?.status === 'draft' ? 'draft' : 'none';
}

function requireExchangeable(gate: Gate, now: number): void {
  if (gate.status === 'withdrawn') throw refuse('有一个项目已退出答辩，不能对调');
  if (gate.recusal !== null || ['absent', 'unassigned'].includes(gate.sheet?.status ?? ''))
    throw refuse('有一个项目这位评委已回避或记为未评，不能对调');
  if (gate.calledAt === null) throw new ContractError('too_early', { message: '有一个项目还没有上台' });
  if (isReturned(gate, now)) throw refuse('有一份正退回给评委修改，请等改完或时间过了再对调');
}

const refuse = (message: string) => new ContractError('wrong_state', { message });
