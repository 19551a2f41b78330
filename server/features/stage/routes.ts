import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { openFeed } from '../../live/feed.ts';
import { noteSeen } from '../../live/presence.ts';
import { withdrawDefense } from '../defenses/withdrawal.ts';
import { hostConsole } from './console.ts';
import { withCurrent } from './current.ts';
import { lockSession } from './lock.ts';
import { stageRow, stageSnapshot } from './snapshot.ts';
import { stepStage } from './step.ts';
import { streamStage } from './stream.ts';
import { waitingList } from './waiting.ts';

export function registerStage({ on, stream, context }: Server): void {
  const { stage } = contract;
  const feed = openFeed(context.hub, {
    seq: async (competition) => (await stageRow(context, context.store.read, competition)).seq,
    load: (competition) => stageSnapshot(context, competition),
  });

  on(stage.snapshot, ({ params, principal }) => {
    // Asked now and then by a tablet that only listens: its sign of life.
    if (principal.device) noteSeen(context, principal.device.competition, [principal.device.id]);
    return stageSnapshot(context, params.competition);
  });

  stream(stage.stream, ({ params }, reply) => streamStage(context, feed, params.competition, reply.sse));

  on(stage.waiting, ({ params }) => waitingList(context, params.competition));

  on(stage.console, ({ params }) => hostConsole(context, params.competition));

  on(stage.step, async (call) => {
    const { competition } = call.params;
    const { operation, ...step } = call.body;
    const console = () => hostConsole(context, competition);
    const taken = once(call, competition, operation, async (tx) => {
      await stepStage(context, tx, competition, step, officerOf(call));
      return {};
    });
    await withCurrent(taken, console);
    return console();
  });

  on(stage.withdraw, async (call) => {
    const { competition, proposal } = call.params;
    const { operation, reason } = call.body;
    await once(call, competition, operation, async (tx) => {
      await withdrawDefense(context, tx, competition, proposal, reason, officerOf(call));
      return {};
    });
    return hostConsole(context, competition);
  });

  on(stage.lock, async (call) => {
    const { competition, session } = call.params;
    await once(call, competition, call.body.operation, async (tx) => {
      await lockSession(context, tx, competition, session, officerOf(call));
      return {};
    });
    return hostConsole(context, competition);
  });
}
