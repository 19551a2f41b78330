import { and, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceStage } from '../../live/stage-seq.ts';
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
 * Records that a judge gives no mark (未评), never a mark of 0. Projects the judge is recused from keep the recusal,
 * withdrawn ones need nothing; a submitted sheet is not thrown away.
 * @returns how many projects the absence was recorded for
 * @throws ContractError not_found, locked, wrong_state
 */
export async function recordAbsence(
  context: Context,
  tx: Db,
  competition: string,
  absence: Absence,
  by: `officer:${string}`,
  operation: string,
): Promise<number> {
  const { judge, absent } = absence;
  await judgeOf(context, tx, competition, judge);
  const cells = await cellsOf(
    context,
    tx,
    judge,
    await openDefenses(context, tx, competition, absence.proposals),
  );
  const submitted = cells.filter(({ sheet }) => sheet?.status === 'submitted');
  if (submitted.length > 0)
    throw new ContractError('wrong_state', {
      message: '有项目已经提交了评分表，不能记为未评',
      fields: submitted.map(({ proposal, title }) => ({
        path: `proposals[${absence.proposals.indexOf(proposal)}]`,
        message: `${title}：已提交`,
      })),
    });
  const entries = cells.filter(({ recused }) => !recused);
  if (entries.length === 0)
    throw new ContractError('wrong_state', { message: '这些项目都已回避或退出答辩，不用再记' });
  for (const { proposal, sheet } of entries)
    await markAbsent(context, tx, {
      competition,
      judge,
      proposal,
      absent,
      operation,
      revision: sheet?.revision ?? 0,
    });
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'judge_absent_recorded',
    subject: `judge:${judge}`,
    data: { entries: entries.map(({ proposal }) => proposal), absent, approver: null },
    sealed: { reason: absence.reason },
  });
  await advanceStage(context, tx, competition);
  return entries.length;
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
async function markAbsent(
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
