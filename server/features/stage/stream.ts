import type { FastifyReply } from 'fastify';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { StageSnapshot } from '../../../shared/contract/stage.ts';
import type { Context } from '../../context.ts';
import type { Feed } from '../../live/feed.ts';

/**
 * Streams the stage to one listener: the snapshot at once, then each later one. A listener that takes its time gets
 * the newest when it is ready, never a queue.
 * @param sse missing where the request does not accept an event stream
 * @throws ContractError invalid_input without one, not_found
 */
export async function streamStage(
  { now }: Context,
  feed: Feed<StageSnapshot>,
  competition: string,
  sse: FastifyReply['sse'] | undefined,
): Promise<void> {
  if (!sse) throw new ContractError('invalid_input', { message: '这个地址只提供事件流' });
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
    if (isSending) return;
    // Whoever has gone away needs nothing more; the connection itself ends the listening.
    sendNewest().catch(() => undefined);
  });
  sse.keepAlive();
  if (sse.isConnected) sse.onClose(leave);
  else leave();
}
