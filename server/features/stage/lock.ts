import { and, eq, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceStage } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { lockedSessions } from '../defenses/open.ts';
import { competitionState } from '../defenses/settings.ts';
import { panelOf } from '../judges/panel.ts';
import { loadCells } from './cells.ts';

/**
 * Locks a session after the judges have signed: its sheets cannot be changed any more, and tally clerk, supervisor
 * and sponsor may see them. Every judge must be in, recused or absent for every project that did not withdraw.
 * @throws ContractError not_found, locked, wrong_state naming each sheet that is missing
 */
export async function lockSession(
  context: Context,
  tx: Db,
  competition: string,
  session: string,
  by: `officer:${string}`,
): Promise<void> {
  const { t } = context.store;
  const { settings } = await competitionState(context, tx, competition);
  if (!settings.timeline.sessions.some(({ id }) => id === session)) throw new ContractError('not_found');
  if ((await lockedSessions(context, tx, competition)).has(session)) throw new ContractError('locked');
  const proposals = await requireComplete(context, tx, competition, session);
  const ofSession = and(
    eq(t.sheet.competition, competition),
    eq(t.sheet.status, 'submitted'),
    inArray(t.sheet.proposal, proposals),
  );
  const closed = await tx.select({ judge: t.sheet.judge }).from(t.sheet).where(ofSession);
  await tx.update(t.sheet).set({ status: 'locked' }).where(ofSession);
  const at = context.now();
  const count = closed.length;
  await tx.insert(t.sessionLock).values({ competition, session, at, by, count });
  await record(context, tx, competition, {
    at,
    actor: by,
    action: 'sheet_locked',
    subject: `competition:${competition}`,
    data: { session, count },
    sealed: {},
  });
  await advanceStage(context, tx, competition);
}

/** @returns the session's projects that did not withdraw */
async function requireComplete(
  context: Context,
  tx: Db,
  competition: string,
  session: string,
): Promise<string[]> {
  const { defense } = context.store.t;
  const rows = await tx
    .select()
    .from(defense)
    .where(and(eq(defense.competition, competition), eq(defense.session, session)));
  const open = rows.filter(({ status }) => status !== 'withdrawn').sort((a, b) => a.order - b.order);
  if (open.length === 0) throw new ContractError('wrong_state', { message: '这一场没有项目' });
  const panel = await panelOf(context, tx, competition);
  const cells = await loadCells(context, tx, competition);
  const fields = open.flatMap(({ proposal, order, title }) =>
    panel
      .filter(({ id }) => ['none', 'draft'].includes(cells(id, proposal)))
      .map(({ id, profile }) => ({
        path: `${proposal}.${id}`,
        message: `${order} 号《${title}》：${profile.seat} 号席 ${profile.name} 还没有提交`,
      })),
  );
  if (fields.length > 0)
    throw new ContractError('wrong_state', { message: `还有 ${fields.length} 份评分表没有提交`, fields });
  return open.map(({ proposal }) => proposal);
}
