import { setTimeout as sleep } from 'node:timers/promises';
import type { Body, Params, Query, Reply, Route } from '../../shared/contract/route.ts';
import { ApiBrowser, RefusedError } from '../client/browser.ts';

interface Request<R extends Route> {
  params?: Params<R>;
  query?: Query<R>;
  body?: Body<R>;
  file?: { name: string; type: string; bytes: Uint8Array };
}

const patience = 90_000;
const pause = 100;

/**
 * A browser that goes on asking while the server cannot be reached, as the outbox of a tablet does. Every act
 * carries its operation id, so that asking again is harmless.
 */
export class PatientBrowser extends ApiBrowser {
  /** @throws RefusedError; the network's error when the server stays away for 90 s */
  override async call<R extends Route>(route: R, request: Request<R> = {}): Promise<Reply<R>> {
    for (let waited = 0; ; waited += pause) {
      try {
        return await super.call(route, request);
      } catch (error) {
        if (error instanceof RefusedError || waited > patience) throw error;
        await sleep(pause);
      }
    }
  }

  /**
   * Saves with a base revision. When the acknowledgement of the first try was lost, the second is told that the
   * revision is stale while the server already holds what was sent: that counts as saved.
   */
  async save<R extends Route>(
    route: R,
    request: Request<R>,
    isSaved: (current: unknown) => boolean,
  ): Promise<void> {
    try {
      await this.call(route, request);
    } catch (error) {
      const isStale = error instanceof RefusedError && error.reply.code === 'stale_revision';
      if (!isStale || !isSaved(error.reply.current)) throw error;
    }
  }
}
