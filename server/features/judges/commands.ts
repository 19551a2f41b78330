import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Judge, JudgeProfile } from '../../../shared/contract/judges.ts';
import { limits } from '../../../shared/contract/limits.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceStage } from '../../live/stage-seq.ts';
import { newDigits, newId } from '../../new-id.ts';
import type { Db } from '../../store/store.ts';
import { competitionState } from '../defenses/settings.ts';
import { requireNoSheet } from './first-sheet.ts';
import { judgeOf, panelOf } from './panel.ts';
import type { JudgeRow } from './panel.ts';
import { checkProfile } from './profile-faults.ts';

type Officer = `officer:${string}`;

/** As the contract shows a judge; the code stands on the seat card alone. */
export const presentJudge = ({ id, revision, profile }: JudgeRow): Judge => ({ id, revision, profile });

/** Adds a judge with a fresh 4-digit code. A substitute may come while the defenses run. */
export async function addJudge(
  context: Context,
  tx: Db,
  competition: string,
  profile: JudgeProfile,
  by: Officer,
): Promise<Judge> {
  const { stage, settings } = await competitionState(context, tx, competition);
  if (stage === 'decided') throw new ContractError('wrong_state', { message: '评审已经结束' });
  const panel = await panelOf(context, tx, competition);
  if (panel.length >= limits.judges)
    throw new ContractError('wrong_state', { message: `评委最多 ${limits.judges} 位` });
  checkProfile(profile, settings, panel);
  const id = newId(context);
  await tx.insert(context.store.t.judge).values({
    id,
    competition,
    revision: 1,
    profile,
    code: newDigits(context, limits.judgeCode),
    codeSalt: Buffer.from(context.random(16)).toString('hex'),
    codeTries: 0,
    createdAt: context.now(),
  });
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'judge_added',
    subject: `judge:${id}`,
    data: { party: profile.party, seat: profile.seat },
    sealed: { name: profile.name },
  });
  await advanceStage(context, tx, competition);
  return { id, revision: 1, profile };
}

/** Changes a judge. Party and community stay once a sheet has been submitted: recusals and counts rest on them. */
export async function saveJudge(
  context: Context,
  tx: Db,
  competition: string,
  change: { judge: string; base: number; profile: JudgeProfile },
): Promise<Judge> {
  const row = await judgeOf(context, tx, competition, change.judge);
  if (row.revision !== change.base) throw new ContractError('stale_revision', { current: presentJudge(row) });
  const { settings } = await competitionState(context, tx, competition);
  const panel = await panelOf(context, tx, competition);
  checkProfile(
    change.profile,
    settings,
    panel.filter(({ id }) => id !== row.id),
  );
  const { party, community } = row.profile;
  if (change.profile.party !== party || change.profile.community !== community)
    await requireNoSheet(context, tx, competition, '已有评分表提交，评委来源和所在社区不能再改');
  const saved = { ...row, profile: change.profile, revision: row.revision + 1 };
  const { judge } = context.store.t;
  await tx
    .update(judge)
    .set({ profile: saved.profile, revision: saved.revision })
    .where(eq(judge.id, row.id));
  await advanceStage(context, tx, competition);
  return presentJudge(saved);
}

/** Takes a judge off the panel, before the first sheet of the competition. */
export async function removeJudge(
  context: Context,
  tx: Db,
  competition: string,
  id: string,
  by: Officer,
): Promise<void> {
  const row = await judgeOf(context, tx, competition, id);
  await requireNoSheet(context, tx, competition, '已有评分表提交，不能再移出评委；未到场的请记为未评');
  const { judge } = context.store.t;
  await tx.update(judge).set({ removedAt: context.now() }).where(eq(judge.id, row.id));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'judge_removed',
    subject: `judge:${id}`,
    data: {},
    sealed: { reason: null },
  });
  await advanceStage(context, tx, competition);
}
