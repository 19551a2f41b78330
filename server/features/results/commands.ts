import { ContractError } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { newId } from '../../new-id.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';
import { recordApproval } from '../approvals/commands.ts';
import { requireCountersigned } from '../approvals/countersign.ts';
import { latestResult, latestResultVersion } from './queries.ts';
import type { ResultRow } from './queries.ts';
import { isSigned } from './signature.ts';

/** The panel's own order of projects that share a rank, with the second person who stood by. */
export interface TieDecision {
  order: readonly string[];
  reason: string;
  by: string;
  approver: string;
}

/**
 * Records how the panel has put projects of one rank in order; `computeResult` has found them tied.
 * @throws ContractError wrong_state before the first result
 */
export async function recordTieDecision(
  context: Context,
  tx: Db,
  competition: string,
  { order, reason, by, approver }: TieDecision,
): Promise<void> {
  const version = await latestResultVersion(context, tx, competition);
  if (version === 0) throw new ContractError('wrong_state', { message: '还没有算出结果' });
  const preview = sha256(canonicalJson({ competition, result: version, order: [...order], reason }));
  await recordApproval(context, tx, competition, approver, 'tie_decided', preview);
  const { at } = await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${by}`,
    action: 'tie_decided',
    subject: `result:${version}`,
    data: { order: [...order], approver },
    sealed: { reason },
  });
  await tx.insert(context.store.t.tieDecision).values({
    id: newId(context),
    competition,
    order: [...order],
    reason,
    at,
    by,
    approvedBy: approver,
  });
}

/**
 * Records that two people stand for a version. The second has been checked by `checkApproval`; that the sheets still
 * give this result has been computed in the same attempt.
 * @throws ContractError wrong_state when it is not the latest, is signed already, or an act waits to be countersigned
 */
export async function signResult(
  context: Context,
  tx: Db,
  competition: string,
  { version, checksum }: Pick<ResultRow, 'version' | 'checksum'>,
  by: string,
  approver: string,
): Promise<void> {
  const latest = await latestResult(context, tx, competition);
  if (latest?.version !== version || latest.checksum !== checksum)
    throw new ContractError('wrong_state', { message: '结果已有新的一版，请刷新后重新核对' });
  if (await isSigned(context, tx, competition, version))
    throw new ContractError('wrong_state', { message: `结果第 ${version} 版已经签认过` });
  await requireCountersigned(context, tx, competition);
  const preview = sha256(canonicalJson({ competition, result: version, checksum }));
  await recordApproval(context, tx, competition, approver, 'result_signed', preview);
  await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${by}`,
    action: 'result_signed',
    subject: `result:${version}`,
    data: { version, checksum, approver },
    sealed: {},
  });
}
