import { and, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { DecisionBody, DecisionRow, Result } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';
import { recordApproval } from '../approvals/commands.ts';
import { requireCountersigned } from '../approvals/countersign.ts';
import { latestResultVersion } from '../results/queries.ts';
import { requireSigned } from '../results/signature.ts';
import { latestDecision } from './queries.ts';
import type { DecisionRecord } from './queries.ts';
import { rowFaults } from './row-faults.ts';
import type { RuledDecision } from './rule.ts';
import { differs, withAmounts } from './rule.ts';

type Rows = readonly Static<typeof DecisionRow>[];

/**
 * The list to be recorded, checked against the published limits.
 * @throws ContractError invalid_input naming each row; a difference from the rule without a reason
 */
export function proposeDecision(
  { body: byRule, limits }: RuledDecision,
  settings: Settings,
  result: Result,
  rows: Rows,
  reason: string,
): DecisionBody {
  const fields = rowFaults(rows, result, settings, limits);
  const amounts = new Map(rows.map(({ proposal, amount }) => [proposal, amount]));
  if (reason === '' && differs(byRule, amounts))
    fields.push({ path: 'reason', message: '与规则算出的名单不同，请写明理由' });
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
  return withAmounts(byRule, amounts, reason);
}

/**
 * Stores the next version of the decision and records it. Until a second person confirms it, nothing follows.
 * @returns its version
 * @throws ContractError wrong_state when a newer result has been computed
 */
export async function recordDecision(
  context: Context,
  tx: Db,
  competition: string,
  proposed: DecisionBody,
  reason: string,
  by: string,
): Promise<number> {
  await checkResultVersion(context, tx, competition, proposed.resultVersion);
  const version = ((await latestDecision(context, tx, competition))?.version ?? 0) + 1;
  const body = { ...proposed, version };
  const funded = body.entries.filter(({ amount }) => amount > 0);
  const { at } = await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${by}`,
    action: 'decision_recorded',
    subject: `decision:${version}`,
    data: { version, result: body.resultVersion, funded: funded.length },
    sealed: {
      amounts: Object.fromEntries(funded.map(({ proposal, amount }) => [proposal, amount])),
      reason: reason || null,
    },
  });
  await tx.insert(context.store.t.decision).values({
    competition,
    version,
    resultVersion: body.resultVersion,
    body,
    fingerprint: sha256(canonicalJson({ competition, reason, ...body })),
    reason,
    recordedAt: at,
    recordedBy: by,
  });
  return version;
}

/**
 * Confirms exactly the list with this fingerprint; the competition is decided from here on.
 * @throws ContractError wrong_state when it is not the latest, is confirmed, rests on an older result or on one that is
 *   not signed, or an act of the day is still to be countersigned
 */
export async function confirmDecision(
  context: Context,
  tx: Db,
  competition: string,
  { version, fingerprint }: Pick<DecisionRecord, 'version' | 'fingerprint'>,
  approver: string,
): Promise<void> {
  const { t } = context.store;
  const latest = await latestDecision(context, tx, competition);
  if (latest?.version !== version || latest.fingerprint !== fingerprint || latest.confirmedAt !== null)
    throw new ContractError('wrong_state', { message: '名单已有变化或已经确认，请刷新后重新核对' });
  await checkResultVersion(context, tx, competition, latest.resultVersion);
  await requireCountersigned(context, tx, competition);
  await requireSigned(context, tx, competition, latest.resultVersion);
  await recordApproval(context, tx, competition, approver, 'decision_confirmed', fingerprint);
  const { at } = await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${approver}`,
    action: 'decision_confirmed',
    subject: `decision:${version}`,
    data: { version },
    sealed: {},
  });
  await tx
    .update(t.decision)
    .set({ confirmedAt: at, confirmedBy: approver })
    .where(and(eq(t.decision.competition, competition), eq(t.decision.version, version)));
  await tx.update(t.competition).set({ stage: 'decided' }).where(eq(t.competition.id, competition));
}

async function checkResultVersion(
  context: Context,
  tx: Db,
  competition: string,
  version: number,
): Promise<void> {
  if ((await latestResultVersion(context, tx, competition)) !== version) throw resultChanged();
}

/** The refusal when a list rests on a result that is not the latest. */
export const resultChanged = (): ContractError =>
  new ContractError('wrong_state', { message: '结果已有新的一版，请按新的结果重新拟定名单' });
