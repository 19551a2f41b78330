import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Transport } from '../../../server/client/transport.ts';

/** Over http to a server on this machine by a name that only the test's browser resolves. */
export const namedTransport = (origin: string): Transport => ({
  origin,
  async send({ method, url, headers, body }) {
    const { host, port } = new URL(origin);
    const asked = request({ host: '127.0.0.1', port, path: url, method, headers: { host, ...headers } });
    asked.end(body);
    const [reply] = (await once(asked, 'response')) as [IncomingMessage];
    const parts: Buffer[] = [];
    for await (const part of reply) parts.push(part as Buffer);
    return {
      status: reply.statusCode ?? 0,
      headers: Object.fromEntries(
        Object.entries(reply.headers).map(([name, value]) => [name, String(value)]),
      ),
      setCookies: reply.headers['set-cookie'] ?? [],
      bytes: Buffer.concat(parts),
    };
  },
});
