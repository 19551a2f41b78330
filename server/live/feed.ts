import type { Scope } from '../store/store.ts';
import { Channel } from './channel.ts';
import type { FeedSource } from './channel.ts';
import type { Hub } from './hub.ts';

/** Shares one value per competition among all its listeners on this node. */
export interface Feed<T> {
  /**
   * Hands the listener the value as it is now, then each later one, in the order of their `seq`; of several in one
   * pace only the last.
   * @returns a function that ends it
   * @throws what loading the value throws; nobody listens then
   */
  listen(scope: Scope, listener: (value: T) => void): Promise<() => void>;
}

/** @param pace least milliseconds between two values */
export function openFeed<T extends { seq: number }>(hub: Hub, source: FeedSource<T>, pace = 200): Feed<T> {
  const channels = new Map<Scope, Channel<T>>();
  const forget = (scope: Scope, channel: Channel<T>) => {
    if (channel.isIdle && channels.get(scope) === channel) channels.delete(scope);
  };
  return {
    async listen(scope, listener) {
      const channel = channels.get(scope) ?? new Channel(scope, hub, source, pace);
      channels.set(scope, channel);
      try {
        await channel.add(listener);
      } catch (error) {
        forget(scope, channel);
        throw error;
      }
      return () => {
        channel.remove(listener);
        forget(scope, channel);
      };
    },
  };
}
