import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { attempt } from '../../http/attempt.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { actingAccount, checkApproval } from '../approvals/commands.ts';
import { competitionRow } from '../competitions/queries.ts';
import { checkUnchanged, requireCurrent, untilUnchanged } from '../results/compute.ts';
import { latestResult, showResult } from '../results/queries.ts';
import { confirmDecision, proposeDecision, recordDecision, resultChanged } from './commands.ts';
import { decisionOfVersion, latestDecision, showDecision } from './queries.ts';
import { decisionByRule } from './rule.ts';

export function registerDecisions({ on, context }: Server): void {
  const { decisions } = contract;
  const { read } = context.store;

  const settingsAndResult = async (competition: string) => {
    const { settings } = await competitionRow(context, read, competition);
    const row = await latestResult(context, read, competition);
    if (!row) throw new ContractError('wrong_state', { message: '还没有算出结果' });
    return { settings, result: await showResult(context, row) };
  };

  on(decisions.preview, async ({ params }) => {
    const { settings, result } = await settingsAndResult(params.competition);
    const nobody = { recordedAt: null, recordedBy: '', confirmedAt: null, confirmedBy: '' };
    const { body } = await decisionByRule(settings, result);
    return { ...body, fingerprint: '', ...nobody };
  });

  on(decisions.latest, async ({ params }) => {
    const row = await latestDecision(context, read, params.competition);
    if (!row) throw new ContractError('not_found');
    return showDecision(context, row);
  });

  on(decisions.record, async (call) => {
    const { competition } = call.params;
    const { operation, resultVersion, rows } = call.body;
    const reason = call.body.reason.trim();
    const by = actingAccount(call);
    const { settings, result } = await settingsAndResult(competition);
    const byRule = await decisionByRule(settings, result);
    const { version } = await once(call, competition, operation, async (tx) => {
      if (result.version !== resultVersion) throw resultChanged();
      const proposed = proposeDecision(byRule, settings, result, rows, reason);
      return { version: await recordDecision(context, tx, competition, proposed, reason, by) };
    });
    return showDecision(context, await decisionOfVersion(context, competition, version));
  });

  on(decisions.confirm, async (call) => {
    const { competition } = call.params;
    const { operation, fingerprint, approval } = call.body;
    const version = Number(call.params.version);
    const { recordedBy } = await decisionOfVersion(context, competition, version);
    await checkApproval(context, competition, approval, [recordedBy]);
    await untilUnchanged(async () => {
      const current = await attempt(() => requireCurrent(context, competition));
      return once(call, competition, operation, async (tx) => {
        await checkUnchanged(context, tx, competition, current());
        await confirmDecision(context, tx, competition, { version, fingerprint }, approval.approver);
        return {};
      });
    });
    return showDecision(context, await decisionOfVersion(context, competition, version));
  });
}
