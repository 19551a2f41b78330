import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { limits } from '../../../shared/contract/limits.ts';
import type { RuleChangeEffect } from '../../../shared/contract/rule-changes.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { JsonValue } from '../../../shared/ledger/canonical.ts';
import type { Context } from '../../context.ts';
import { derivedToken } from '../../derive.ts';
import { attempt } from '../../http/attempt.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { actingAccount, checkApproval } from '../approvals/commands.ts';
import { competitionRow, presentCompetition } from '../competitions/queries.ts';
import { checkUnchanged, computeResult, storeResult, untilUnchanged } from '../results/compute.ts';
import { latestResultVersion } from '../results/queries.ts';
import { readinessOf } from '../results/readiness.ts';
import { loadRecordOfDay } from '../results/record-of-day.ts';
import { applyChange } from './commands.ts';
import { foresee } from './effect.ts';
import type { Foreseen } from './effect.ts';
import { ruleChangesOf, ruleNotices } from './queries.ts';

export function registerRuleChanges({ on, context }: Server): void {
  const { ruleChanges } = contract;

  on(ruleChanges.list, async ({ params }) => {
    const changes = await ruleChangesOf(context, params.competition);
    return changes.map(({ change }) => change);
  });

  on(ruleChanges.notices, ({ params }) => ruleNotices(context, params.competition));

  on(ruleChanges.preview, async ({ params, body }) => {
    const { effect } = await foresee(context, params.competition, body.base, body.parts);
    const at = context.now();
    return { effect, preview: { at, token: tokenOf(context, params.competition, effect, at) } };
  });

  on(ruleChanges.apply, async (call) => {
    const { competition } = call.params;
    const { operation, base, parts, reason, preview, approval } = call.body;
    const officer = actingAccount(call);
    if (approval) await checkApproval(context, competition, approval, [officer]);
    await untilUnchanged(async () => {
      const prepared = await attempt(() => prepare(context, competition, base, parts));
      return once(call, competition, operation, async (tx) => {
        const { foreseen, computed } = prepared();
        requirePreviewed(context, competition, foreseen.effect, preview);
        await checkUnchanged(context, tx, competition, foreseen);
        const approver = foreseen.effect.kind === 'changed' ? (approval?.approver ?? null) : null;
        await applyChange(context, tx, competition, foreseen, base, { officer, approver, reason });
        if (computed) await storeResult(context, tx, competition, computed, officer);
        return {};
      });
    });
    return presentCompetition(context, await competitionRow(context, context.store.read, competition));
  });
}

/**
 * The change, and the result under it where there was one before: no result outlives its rules. Rules that count votes
 * nobody has entered yet give none; until then the old one can neither be signed nor decided upon.
 */
async function prepare(context: Context, competition: string, base: number, parts: Foreseen['before']) {
  const foreseen = await foresee(context, competition, base, parts);
  const { settings, effect } = foreseen;
  const hasResult = (await latestResultVersion(context, context.store.read, competition)) > 0;
  const newRules = { settings, rulesVersion: effect.version };
  const { votesMissing } = readinessOf(await loadRecordOfDay(context, competition), settings);
  const computed =
    hasResult && !votesMissing ? await computeResult(context, competition, undefined, newRules) : null;
  return { foreseen, computed };
}

/** Nobody can make one without the server's key, so the time in it is the server's. */
const tokenOf = (context: Context, competition: string, effect: RuleChangeEffect, at: number): string =>
  derivedToken(context, `rule change\n${canonicalJson({ competition, effect, at } as JsonValue)}`);

/**
 * An approval holds for exactly what was shown, for a while.
 * @throws ContractError wrong_state
 */
function requirePreviewed(
  context: Context,
  competition: string,
  effect: RuleChangeEffect,
  { at, token }: { at: number; token: string },
): void {
  if (context.now() - at > limits.approvalMinutes * 60_000)
    throw new ContractError('wrong_state', {
      message: `预览已超过 ${limits.approvalMinutes} 分钟，请重新预览后再复核`,
    });
  if (tokenOf(context, competition, effect, at) !== token)
    throw new ContractError('wrong_state', { message: '情况刚有变化，请重新预览后再复核' });
}
