import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { actingAccount } from '../approvals/commands.ts';
import { rememberAnalyses } from './analyses.ts';
import { analyseApart } from './analyse-apart.ts';
import { openAnalysis } from './openings.ts';
import { showQuality } from './queries.ts';

export function registerQuality({ on, context }: Server): void {
  const { quality } = contract;
  const analyse = rememberAnalyses(analyseApart);

  on(quality.get, (call) => showQuality(context, call.params.competition, actingAccount(call), analyse));

  on(quality.open, async (call) => {
    const { competition } = call.params;
    const by = actingAccount(call);
    await once(call, competition, call.body.operation, async (tx) => {
      await openAnalysis(context, tx, competition, by);
      return {};
    });
    return showQuality(context, competition, by, analyse);
  });
}
