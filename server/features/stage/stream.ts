import type { FastifyReply } from 'fastify';
import type { StageSnapshot } from '../../../shared/contract/stage.ts';
import type { Context } from '../../context.ts';
import type { Feed } from '../../live/feed.ts';

type Sse = FastifyReply['sse'];

/**
 * Streams the stage to one listener: the snapshot at once, then each later one. A listener that takes its time gets
 * the newest when it is ready, never a queue.
 */
export async function streamStage(
  { now }: Context,
  feed: Feed<StageSnapshot>,
  competition: string,
  sse: Sse,
): Promise<void> {
  let waiting: StageSnapshot | null = null;
  let sent = -1;
  let isSending = false;
  const sendNewest = async (): Promise<void> => {
    isSending = true;
    while (waiting !== null && waiting.seq > sent && sse.isConnected) {
      // A snapshot is shared and may be older than the connection; clocks are set by the time it leaves.
      const data = { ...waiting, serverTime: now() };
      sent = waiting.seq;
      await sse.send({ id: String(data.seq), event: 'stage', data });
    }
    isSending = false;
  };
  const leave = await feed.listen(competition, (snapshot) => {
    waiting = snapshot;
    if (!isSending) void sendNewest();
  });
  sse.keepAlive();
  if (sse.isConnected) sse.onClose(leave);
  else leave();
}
