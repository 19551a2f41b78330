import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { actingAccount, checkApproval } from '../approvals/commands.ts';
import { recordAdjustments, recordVotes } from './commands.ts';
import { projectsInOrder, showAdditions } from './queries.ts';

export function registerAdditions({ on, context }: Server): void {
  const { additions } = contract;
  const taking = async (competition: string): Promise<ReadonlySet<string>> =>
    new Set(
      (await projectsInOrder(context, competition)).flatMap(({ proposal, withdrawn }) =>
        withdrawn ? [] : [proposal],
      ),
    );

  on(additions.get, ({ params }) => showAdditions(context, params.competition));

  on(additions.recordAdjustments, async (call) => {
    const { competition } = call.params;
    const { operation, base, rows, approval } = call.body;
    const by = actingAccount(call);
    await checkApproval(context, competition, approval, [by]);
    const projects = await taking(competition);
    const recording = { base, by, approver: approval.approver };
    await once(call, competition, operation, async (tx) => {
      await recordAdjustments(context, tx, competition, rows, projects, recording);
      return {};
    });
    return showAdditions(context, competition);
  });

  on(additions.recordVotes, async (call) => {
    const { competition } = call.params;
    const { operation, base, rows, source, approval } = call.body;
    const by = actingAccount(call);
    await checkApproval(context, competition, approval, [by]);
    const projects = await taking(competition);
    const recording = { base, by, approver: approval.approver };
    await once(call, competition, operation, async (tx) => {
      await recordVotes(context, tx, competition, { rows, source: source.trim() }, projects, recording);
      return {};
    });
    return showAdditions(context, competition);
  });
}
