import { and, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { LedgerEntry } from '../../../shared/ledger/entry.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { openDefenses } from '../defenses/open.ts';
import { judgeOf } from './panel.ts';

export interface Absence {
  judge: string;
  proposals: readonly string[];
  absent: 'left' | 'abstained' | 'not_handed_in';
  reason: string;
}

/**
 * The projects for which an absence would be recorded: recused ones keep the recusal, withdrawn ones need nothing.
 * @throws ContractError not_found, locked, wrong_state where a sheet is submitted, which is not thrown away
 */
export async function absentEntries(
  context: Context,
  db: Db,
  competition: string,
  { judge, proposals }: Pick<Absence, 'judge' | 'proposals'>,
): Promise<{ proposal: string; revision: number }[]> {
  await judgeOf(context, db, competition, judge);
  const cells = await cellsOf(context, db, judge, await openDefenses(context, db, competition, proposals));
  const submitted = cells.filter(({ sheet }) => sheet?.status === 'submitted');
  if (submitted.length > 0)
    throw new ContractError('wrong_state', {
      message: '有项目已经提交了评分表，不能记为未评',
      fields: submitted.map(({ proposal, title }) => ({
        path: `proposals[${proposals.indexOf(proposal)}]`,
        message: `${title}：已提交`,
      })),
    });
  const entries = cells.filter(
    ({ recused, sheet }) => !recused && !['absent', 'unassigned'].includes(sheet?.status ?? ''),
  );
  if (entries.length === 0)
    throw new ContractError('wrong_state', { message: '这些项目都已回避、未评或退出答辩，不用再记' });
  return entries.map(({ proposal, sheet }) => ({ proposal, revision: sheet?.revision ?? 0 }));
}

/**
 * Records that a judge gives no mark (未评), never a mark of 0.
 * @param by `approver`: the second person; null where nobody stood by
 */
export async function recordAbsence(
  context: Context,
  tx: Db,
  competition: string,
  absence: Absence,
  by: { officer: string; approver: string | null; operation: string },
): Promise<LedgerEntry> {
  const { judge, absent } = absence;
  const entries = await absentEntries(context, tx, competition, absence);
  for (const { proposal, revision } of entries)
    await markAbsent(context, tx, {
      competition,
      judge,
      proposal,
      absent,
      operation: by.operation,
      revision,
    });
  const entry = await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${by.officer}`,
    action: 'judge_absent_recorded',
    subject: `judge:${judge}`,
    data: { entries: entries.map(({ proposal }) => proposal), absent, approver: by.approver },
    sealed: { reason: absence.reason },
  });
  await advanceBooks(context, tx, competition);
  return entry;
}

async function cellsOf(
  { store }: Context,
  tx: Db,
  judge: string,
  defenses: readonly { proposal: string; title: string }[],
) {
  const { sheet, recusal } = store.t;
  const sheets = await tx.select().from(sheet).where(eq(sheet.judge, judge));
  const recusals = await tx
    .select({ proposal: recusal.proposal })
    .from(recusal)
    .where(and(eq(recusal.judge, judge), eq(recusal.kind, 'must')));
  return defenses.map(({ proposal, title }) => ({
    proposal,
    title,
    sheet: sheets.find((row) => row.proposal === proposal),
    recused: recusals.some((row) => row.proposal === proposal),
  }));
}

/** A draft keeps its marks, hidden: an absence recorded by mistake is no reason to lose them. */
export async function markAbsent(
  context: Context,
  tx: Db,
  cell: {
    competition: string;
    judge: string;
    proposal: string;
    absent: string;
    operation: string;
    revision: number;
  },
): Promise<void> {
  const { sheet, sheetRevision } = context.store.t;
  const { competition, judge, proposal, absent, operation } = cell;
  const at = context.now();
  const changed = { status: 'absent', absent, revision: cell.revision + 1, savedAt: at };
  await tx
    .insert(sheet)
    .values({ competition, judge, proposal, marks: {}, comment: '', ledgerSeq: 0, ...changed })
    .onConflictDoUpdate({ target: [sheet.judge, sheet.proposal], set: changed });
  await tx.insert(sheetRevision).values({
    judge,
    proposal,
    revision: changed.revision,
    competition,
    action: 'absent',
    marks: {},
    comment: '',
    operation,
    device: '',
    at,
  });
}
