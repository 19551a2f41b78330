import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { addJudge, presentJudge, removeJudge, saveJudge } from './commands.ts';
import { pairChecks, suspectedConflicts } from './conflicts.ts';
import { judgeOf, panelOf } from './panel.ts';
import { addRecusal, raiseComputed, recusalsOf, withdrawRecusal } from './recusals.ts';

export function registerJudges({ on, context }: Server): void {
  const { judges } = contract;
  const { read, write } = context.store;

  on(judges.list, async ({ params }) => (await panelOf(context, read, params.competition)).map(presentJudge));

  on(judges.add, (call) => {
    const { competition } = call.params;
    return once(call, competition, call.body.operation, (tx) =>
      addJudge(context, tx, competition, call.body.profile, officerOf(call)),
    );
  });

  on(judges.save, ({ params: { competition, judge }, body }) =>
    write(competition, (tx) => saveJudge(context, tx, competition, { judge, ...body })),
  );

  on(judges.remove, async (call) => {
    const { competition, judge } = call.params;
    await write(competition, (tx) => removeJudge(context, tx, competition, judge, officerOf(call)));
    return {};
  });

  on(judges.recusals, ({ params }) => recusalsOf(context, read, params.competition));

  on(judges.suspected, ({ params }) => suspectedConflicts(context, params.competition));

  on(judges.checks, ({ params }) => pairChecks(context, params));

  on(judges.compute, async (call) => {
    const { competition } = call.params;
    await once(call, competition, call.body.operation, async (tx) => {
      await raiseComputed(context, tx, competition, officerOf(call));
      return {};
    });
    return recusalsOf(context, read, competition);
  });

  on(judges.recuse, (call) => {
    const { competition } = call.params;
    const { operation, ...draft } = call.body;
    return once(call, competition, operation, async (tx) => {
      await judgeOf(context, tx, competition, draft.judge);
      return addRecusal(context, tx, competition, draft, officerOf(call));
    });
  });

  on(judges.withdrawRecusal, async (call) => {
    const { competition, recusal } = call.params;
    await write(competition, (tx) => withdrawRecusal(context, tx, competition, recusal, officerOf(call)));
    return {};
  });
}
