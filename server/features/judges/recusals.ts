import { and, eq, isNull } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Recusal } from '../../../shared/contract/judges.ts';
import type { LedgerEntry } from '../../../shared/ledger/entry.ts';
import { computedRecusals } from '../../../shared/panels/computed-recusals.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import { newId } from '../../new-id.ts';
import type { Db } from '../../store/store.ts';
import { requireOpenProposal } from '../defenses/open.ts';
import { competitionState } from '../defenses/settings.ts';
import { conflictOrigins } from './conflict-origins.ts';
import { requireNoSheet } from './first-sheet.ts';

type By = `officer:${string}` | `judge:${string}`;
export type RecusalDraft = Omit<Recusal, 'id' | 'at'>;

/** Recusals and disclosures of the judges on the panel, oldest first. */
export async function recusalsOf({ store }: Context, db: Db, competition: string): Promise<Recusal[]> {
  const { recusal, judge } = store.t;
  const rows = await db
    .select({
      id: recusal.id,
      judge: recusal.judge,
      proposal: recusal.proposal,
      kind: recusal.kind,
      grounds: recusal.grounds,
      source: recusal.source,
      detail: recusal.detail,
      at: recusal.at,
    })
    .from(recusal)
    .innerJoin(judge, eq(judge.id, recusal.judge))
    .where(and(eq(recusal.competition, competition), isNull(judge.removedAt)))
    .orderBy(recusal.at, recusal.judge, recusal.proposal);
  return rows as Recusal[]; // The columns hold what the contract's words allowed when they were written.
}

/**
 * Records a recusal or a disclosure. A `must` takes the judge off the project at once: a draft stays on the
 * server, hidden and excluded.
 * @throws ContractError already_exists, wrong_state, locked
 */
export async function addRecusal(
  context: Context,
  tx: Db,
  competition: string,
  draft: RecusalDraft,
  by: By,
): Promise<Recusal> {
  await requireOpenProposal(context, tx, competition, draft.proposal);
  await requireNoRecusal(context, tx, draft);
  const { added } = await writeRecusal(context, tx, competition, draft, by);
  return added;
}

/** @throws ContractError already_exists */
export async function requireNoRecusal(
  { store }: Context,
  db: Db,
  { judge, proposal, kind }: Pick<RecusalDraft, 'judge' | 'proposal' | 'kind'>,
): Promise<void> {
  const { recusal } = store.t;
  const [known] = await db
    .select({ id: recusal.id })
    .from(recusal)
    .where(and(eq(recusal.judge, judge), eq(recusal.proposal, proposal), eq(recusal.kind, kind)));
  if (known) throw new ContractError('already_exists', { message: '这位评委对这个项目的回避已有记录' });
}

/** @param approver the second person where one is needed; null: nobody stood by */
export async function writeRecusal(
  context: Context,
  tx: Db,
  competition: string,
  draft: RecusalDraft,
  by: By,
  approver?: string | null,
): Promise<{ added: Recusal; entry: LedgerEntry }> {
  const { judge, proposal, kind, grounds, source } = draft;
  const added = { ...draft, id: newId(context), at: context.now() };
  await tx.insert(context.store.t.recusal).values({ ...added, competition });
  const entry = await record(context, tx, competition, {
    at: added.at,
    actor: by,
    action: 'recusal_recorded',
    subject: `recusal:${added.id}`,
    data: { judge, entry: proposal, kind, grounds, source, ...(approver === undefined ? {} : { approver }) },
    sealed: { reason: draft.detail },
  });
  await advanceBooks(context, tx, competition);
  return { added, entry };
}

/** Raises what follows from what is on file and is not on record yet, for projects still to be scored. */
export async function raiseComputed(context: Context, tx: Db, competition: string, by: By): Promise<void> {
  const { stage, settings } = await competitionState(context, tx, competition);
  if (stage !== 'call' && stage !== 'defense')
    throw new ContractError('wrong_state', { message: '征集公告发布以后、评审结束以前才能核对回避' });
  const { judges, projects } = await conflictOrigins(context, tx, competition);
  const onRecord = new Set(
    (await recusalsOf(context, tx, competition))
      .filter(({ kind }) => kind === 'must')
      .map((row) => `${row.judge} ${row.proposal}`),
  );
  const open = projects.filter(({ isLocked }) => !isLocked);
  for (const each of computedRecusals(judges, open, settings.communities))
    if (!onRecord.has(`${each.judge} ${each.proposal}`))
      await addRecusal(context, tx, competition, { ...each, kind: 'must' }, by);
}

/** Takes back a recusal recorded by mistake, before the first sheet. */
export async function withdrawRecusal(
  context: Context,
  tx: Db,
  competition: string,
  id: string,
  by: By,
): Promise<void> {
  const { recusal } = context.store.t;
  const [row] = await tx
    .select()
    .from(recusal)
    .where(and(eq(recusal.id, id), eq(recusal.competition, competition)));
  if (!row) throw new ContractError('not_found');
  await requireNoSheet(context, tx, competition, '已有评分表提交，回避要在控场的“突发情况”里恢复');
  await removeRecusal(context, tx, competition, row, by, { reason: null });
}

/** @param how `approver` absent: one person suffices */
export async function removeRecusal(
  context: Context,
  tx: Db,
  competition: string,
  { id, judge, proposal }: { id: string; judge: string; proposal: string },
  by: By,
  how: { reason: string | null; approver?: string | null },
): Promise<LedgerEntry> {
  const { recusal } = context.store.t;
  await tx.delete(recusal).where(eq(recusal.id, id));
  const entry = await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'recusal_withdrawn',
    subject: `recusal:${id}`,
    data: { judge, entry: proposal, ...(how.approver === undefined ? {} : { approver: how.approver }) },
    sealed: { reason: how.reason },
  });
  await advanceBooks(context, tx, competition);
  return entry;
}
