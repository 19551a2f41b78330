import { contract } from '../../../shared/contract/index.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { attempt } from '../../http/attempt.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { actingAccount, checkApproval } from '../approvals/commands.ts';
import { competitionRow } from '../competitions/queries.ts';
import { recordTieDecision, signResult } from './commands.ts';
import {
  checkUnchanged,
  computeResult,
  isOutdated,
  requireCurrent,
  storeResult,
  untilUnchanged,
} from './compute.ts';
import { explainEntry } from './explanation.ts';
import { latestResult, resultRow, showResult } from './queries.ts';
import { readinessOf } from './readiness.ts';
import { loadRecordOfDay } from './record-of-day.ts';
import { isSigned, secondSigner } from './signature.ts';

export function registerResults({ on, context }: Server): void {
  const { results } = contract;

  on(results.readiness, async ({ params }) => {
    const { settings } = await competitionRow(context, context.store.read, params.competition);
    const readiness = readinessOf(await loadRecordOfDay(context, params.competition), settings);
    const latest = await latestResult(context, context.store.read, params.competition);
    return {
      ...readiness,
      latest: latest?.version ?? 0,
      outdated: latest !== null && (await isOutdated(context, latest, readiness)),
      signed:
        latest !== null && (await isSigned(context, context.store.read, params.competition, latest.version)),
    };
  });

  on(results.latest, async ({ params }) => showResult(context, await resultRow(context, params.competition)));

  on(results.explain, async ({ params }) => {
    const { scorebook, result } = await resultRow(context, params.competition);
    const day = await loadRecordOfDay(context, params.competition);
    const { settings } = await competitionRow(context, context.store.read, params.competition);
    const text = explainEntry(scorebook, result, day, settings.parties, params.proposal);
    if (text === null) throw new ContractError('not_found');
    return { text };
  });

  on(results.compute, async (call) => {
    const { competition } = call.params;
    const by = actingAccount(call);
    const { version } = await untilUnchanged(async () => {
      const computed = await attempt(() => computeResult(context, competition));
      return once(call, competition, call.body.operation, async (tx) => {
        const input = computed();
        await checkUnchanged(context, tx, competition, input);
        return { version: await storeResult(context, tx, competition, input, by) };
      });
    });
    return showResult(context, await resultRow(context, competition, version));
  });

  on(results.sign, async (call) => {
    const { competition } = call.params;
    const { operation, checksum, approval } = call.body;
    const by = actingAccount(call);
    const { version } = await resultRow(context, competition, Number(call.params.version));
    const beside = await secondSigner(context, competition, by);
    await checkApproval(context, competition, approval, [by], [beside]);
    await untilUnchanged(async () => {
      const current = await attempt(() => requireCurrent(context, competition));
      return once(call, competition, operation, async (tx) => {
        await checkUnchanged(context, tx, competition, current());
        await signResult(context, tx, competition, { version, checksum }, by, approval.approver);
        return {};
      });
    });
    return showResult(context, await resultRow(context, competition, version));
  });

  on(results.decideTie, async (call) => {
    const { competition } = call.params;
    const { order, reason, approval } = call.body;
    const by = actingAccount(call);
    const { approver } = approval;
    await checkApproval(context, competition, approval, [by]);
    const { version } = await untilUnchanged(async () => {
      const computed = await attempt(() => computeResult(context, competition, order));
      return once(call, competition, call.body.operation, async (tx) => {
        const input = computed();
        await checkUnchanged(context, tx, competition, input);
        await recordTieDecision(context, tx, competition, { order, reason, by, approver });
        return { version: await storeResult(context, tx, competition, input, by) };
      });
    });
    return showResult(context, await resultRow(context, competition, version));
  });
}
