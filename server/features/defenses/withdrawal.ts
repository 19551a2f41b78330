import { and, eq, sql } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceStage } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { openDefenses } from './open.ts';

const offStage = { proposal: null, phase: 'idle', endsAt: null, remaining: null, phaseLength: 0 };

/**
 * A project that stands in the order withdraws (退出答辩). Its number stays and closes up with nothing; sheets
 * already given are kept and count for nothing. On stage it leaves the stage.
 * @throws ContractError not_found, locked, wrong_state when it has withdrawn before
 */
export async function withdrawDefense(
  context: Context,
  tx: Db,
  competition: string,
  proposal: string,
  reason: string,
  by: `officer:${string}` | `applicant:${string}`,
): Promise<void> {
  const { defense, stage, proposal: proposals } = context.store.t;
  const [row] = await openDefenses(context, tx, competition, [proposal]);
  if (!row) throw new ContractError('wrong_state', { message: '这个项目已退出答辩' });
  await tx
    .update(defense)
    .set({ status: 'withdrawn', reason })
    .where(and(eq(defense.competition, competition), eq(defense.proposal, proposal)));
  await tx.update(proposals).set({ status: 'withdrawn' }).where(eq(proposals.id, proposal));
  await tx
    .update(stage)
    .set({ ...offStage, revision: sql`${stage.revision} + 1` })
    .where(and(eq(stage.competition, competition), eq(stage.proposal, proposal)));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'defense_withdrawn',
    subject: `proposal:${proposal}`,
    data: {},
    sealed: { reason },
  });
  await advanceStage(context, tx, competition);
}
