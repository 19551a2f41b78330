import type { FastifyInstance } from 'fastify';

/** A request on its way to a server. */
export interface Outgoing {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | string | null;
}

export interface Incoming {
  status: number;
  headers: Record<string, string>;
  setCookies: readonly string[];
  bytes: Uint8Array;
}

/** How requests reach the server: over a socket, or handed to the application in this process. */
export interface Transport {
  origin: string;
  send(request: Outgoing): Promise<Incoming>;
}

/** Over http to a server that listens at `origin`. */
export const socketTransport = (origin: string): Transport => ({
  origin,
  async send({ method, url, headers, body }) {
    const reply = await fetch(origin + url, { method, headers, body, redirect: 'manual' });
    return {
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      setCookies: reply.headers.getSetCookie(),
      bytes: new Uint8Array(await reply.arrayBuffer()),
    };
  },
});

/** Straight into an application of this process, without a socket. */
export const inProcessTransport = (app: FastifyInstance, origin: string): Transport => ({
  origin,
  async send({ method, url, headers, body }) {
    const reply = await app.inject({
      method: method as 'GET',
      url,
      headers: { host: new URL(origin).host, ...headers },
      ...(body === null ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
    });
    const cookies = reply.headers['set-cookie'] ?? [];
    return {
      status: reply.statusCode,
      headers: Object.fromEntries(
        Object.entries(reply.headers).map(([name, value]) => [name, String(value)]),
      ),
      setCookies: Array.isArray(cookies) ? cookies : [cookies],
      bytes: reply.rawPayload,
    };
  },
});
