import { ContractError } from '../../../shared/contract/errors.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { faultLine, parseScorebook, rankScorebook } from '../../../shared/scoring/index.ts';
import type { ScorebookFile, ScoreResult } from '../../../shared/scoring/index.ts';
import type { Context } from '../../context.ts';
import { ledgerHead, record } from '../../ledger.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';
import { competitionRow } from '../competitions/queries.ts';
import { buildScorebook } from './build-scorebook.ts';
import { latestResult, latestResultVersion } from './queries.ts';
import type { ResultRow } from './queries.ts';
import { readinessOf } from './readiness.ts';
import type { Readiness } from './readiness.ts';
import { loadRecordOfDay } from './record-of-day.ts';
import { checkTieOrder } from './ties.ts';

/** A result computed outside the write, good as long as nothing more was recorded than `seen` entries. */
export type Computed = {
  seen: number;
  scorebook: ScorebookFile;
  result: ScoreResult;
  rulesVersion: number;
};

/** Something was recorded between computing and writing. */
class InputChanged extends Error {}

/**
 * Computes from the committed state.
 * @param addedTie an order of the panel that is about to be recorded
 * @param newRules settings and version that are about to come into force
 * @throws ContractError wrong_state while sheets or locks are missing, or after the decision is confirmed;
 *   invalid_input unless the order is about one open tie
 */
export async function computeResult(
  context: Context,
  competition: string,
  addedTie?: readonly string[],
  newRules?: { settings: Settings; rulesVersion: number },
): Promise<Computed> {
  const { read } = context.store;
  // The head first: whatever is recorded while the rest is read makes the write start over.
  const head = await ledgerHead(context, read, competition);
  const row = await competitionRow(context, read, competition);
  const { settings, rulesVersion } = newRules ?? row;
  if (row.stage === 'decided')
    throw new ContractError('wrong_state', { message: '拟资助名单已确认，结果不能再算' });
  const day = await loadRecordOfDay(context, competition);
  const { ready, votesMissing } = readinessOf(day, settings);
  if (!ready)
    throw new ContractError('wrong_state', {
      message: votesMissing ? '还没有登记大众投票的票数' : '还有场次未锁定，或有评分表没交齐',
    });
  const latest = addedTie && (await latestResult(context, read, competition));
  if (latest) checkTieOrder(latest.result, addedTie);
  const tieDecisions = addedTie ? [...day.tieDecisions, addedTie] : day.tieDecisions;
  const parsed = parseScorebook(buildScorebook(settings, { ...day, tieDecisions }));
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'));
  const { scorebook } = parsed;
  return { seen: head?.seq ?? 0, scorebook, result: rankScorebook(scorebook, sha256), rulesVersion };
}

/** Whether the books of today give another result than a stored one, or none yet; a decided competition stays as it is. */
export async function isOutdated(
  context: Context,
  { competition, checksum }: ResultRow,
  { ready }: Pick<Readiness, 'ready'>,
): Promise<boolean> {
  const { stage } = await competitionRow(context, context.store.read, competition);
  if (stage === 'decided') return false;
  return !ready || (await computeResult(context, competition)).result.checksum !== checksum;
}

/**
 * That the books still give the latest result, for what is about to be written on it.
 * @returns for `checkUnchanged`
 * @throws ContractError wrong_state
 */
export async function requireCurrent(context: Context, competition: string): Promise<Pick<Computed, 'seen'>> {
  const { read } = context.store;
  const head = await ledgerHead(context, read, competition);
  const latest = await latestResult(context, read, competition);
  const { settings } = await competitionRow(context, read, competition);
  const readiness = readinessOf(await loadRecordOfDay(context, competition), settings);
  if (!latest || (await isOutdated(context, latest, readiness)))
    throw new ContractError('wrong_state', { message: '计分的依据已有变化，请统分人重新统分' });
  return { seen: head?.seq ?? 0 };
}

/** Tries again while something is recorded between computing and writing; the day is over, so that is rare. */
export async function untilUnchanged<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left -= 1)
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof InputChanged)) throw error;
      if (left === 0) throw new ContractError('wrong_state', { message: '刚有新的操作，请再试一次' });
    }
}

/** To be called first in the transaction that writes what follows from `computed`. */
export async function checkUnchanged(
  context: Context,
  tx: Db,
  competition: string,
  { seen }: Pick<Computed, 'seen'>,
): Promise<void> {
  const head = await ledgerHead(context, tx, competition);
  if ((head?.seq ?? 0) !== seen) throw new InputChanged('recorded meanwhile');
}

/**
 * Stores the next version of the result and records it.
 * @returns its version
 */
export async function storeResult(
  context: Context,
  tx: Db,
  competition: string,
  { scorebook, result, rulesVersion }: Computed,
  by: string,
): Promise<number> {
  const version = (await latestResultVersion(context, tx, competition)) + 1;
  const { seq, at, hash } = await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${by}`,
    action: 'result_computed',
    subject: `result:${version}`,
    data: {
      version,
      rules: rulesVersion,
      sheets: scorebook.sheets.filter(({ marks }) => marks !== undefined).length,
      checksum: result.checksum,
    },
    sealed: {},
  });
  await tx.insert(context.store.t.result).values({
    competition,
    version,
    rulesVersion,
    scorebook,
    result,
    checksum: result.checksum,
    ledgerSize: seq,
    ledgerHead: hash,
    at,
    by,
  });
  return version;
}
