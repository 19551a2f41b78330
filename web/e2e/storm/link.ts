import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.ts';

/** A device as the network knows it: its cookies and its way to the server. */
export interface Link {
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Whether the way is bad; a good one neither loses nor holds up anything. */
  isBad: boolean;
}

/** The device that is acting; whatever it starts acts for it too. */
export const acting = new AsyncLocalStorage<Link>();

const real = fetch;

/** Stands in for `fetch`: every device of this process asks through its own link, who is none asks directly. */
export const fetchAsActing: typeof fetch = (path, init) =>
  acting.getStore()?.fetch(String(path), init ?? {}) ?? real(path, init);

/** Milliseconds that a bad link holds something up at most. */
const slow = 400;

/** A link that loses requests, loses replies, sends a request twice, or holds it up so that a later one overtakes it. */
export function badLink(origin: string, cookies: ReadonlyMap<string, string>, luck: Chance): Link {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = (path: string, init: RequestInit): Promise<Response> =>
    real(origin + path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), origin, cookie },
    });

  const link: Link = {
    isBad: true,
    async fetch(path, init) {
      if (!link.isBad) return send(path, init);
      const fate = luck.next();
      if (fate < 0.08) throw await lost(luck);
      if (fate < 0.16) {
        await send(path, init).then((reply) => reply.arrayBuffer());
        throw await lost(luck);
      }
      if (fate < 0.24) void again(path, init);
      if (fate < 0.34) await sleep(luck.next() * slow);
      const reply = await send(path, init);
      if (fate < 0.4) await sleep(luck.next() * slow);
      return reply;
    },
  };

  /** The same request once more, later, when the first may long have been answered; nobody hears the reply. */
  async function again(path: string, init: RequestInit): Promise<void> {
    await sleep(luck.next() * 3 * slow);
    await send(path, { ...init, signal: null }).then(
      (reply) => reply.arrayBuffer(),
      () => undefined,
    );
  }
  return link;
}

async function lost(luck: Chance): Promise<TypeError> {
  await sleep(luck.next() * slow);
  return new TypeError('connection lost');
}
