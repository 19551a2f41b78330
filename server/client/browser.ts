import { randomBytes } from 'node:crypto';
import type { ErrorReply } from '../../shared/contract/common.ts';
import type { Body, Params, Query, Reply, Route } from '../../shared/contract/route.ts';
import type { Incoming, Transport } from './transport.ts';

interface Request<R extends Route> {
  params?: Params<R>;
  query?: Query<R>;
  body?: Body<R>;
  file?: { name: string; type: string; bytes: Uint8Array };
}

/** Anything at all, to send what the contract refuses. */
interface LooseRequest {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  file?: { name: string; type: string; bytes: Uint8Array };
}

export interface ApiReply {
  status: number;
  headers: Record<string, string>;
  bytes: Uint8Array;
  text: string;
  /** Parsed where the reply is JSON, else the text. */
  body: unknown;
}

/** A call that was refused. */
export class RefusedError extends Error {
  readonly status: number;
  readonly reply: ErrorReply;

  constructor(route: Route, status: number, reply: ErrorReply) {
    const fields = reply.fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
    super(`${route.method} ${route.path}: ${status} ${reply.code} ${reply.message} ${fields}`);
    this.name = 'RefusedError';
    this.status = status;
    this.reply = reply;
  }
}

/** Calls routes of the contract as one browser does: origin, own header, cookies kept. */
export class ApiBrowser {
  readonly cookies = new Map<string, string>();
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * The reply of a call that must succeed.
   * @throws RefusedError
   */
  async call<R extends Route>(route: R, request: Request<R> = {}): Promise<Reply<R>> {
    const reply = await this.send(route, request);
    if (reply.status !== 200) throw new RefusedError(route, reply.status, reply.body as ErrorReply);
    return reply.body as Reply<R>;
  }

  /** The error of a call that must fail. */
  async fail<R extends Route>(route: R, request: Request<R> = {}): Promise<ErrorReply> {
    const reply = await this.send(route, request);
    if (reply.status < 400)
      throw new Error(`${route.method} ${route.path}: ${reply.status} was not expected`);
    return reply.body as ErrorReply;
  }

  /** Any reply to anything. */
  async send(
    route: Route,
    request: LooseRequest = {},
    headers: Record<string, string> = {},
  ): Promise<ApiReply> {
    const isUnsafe = route.method !== 'GET';
    const hasJson = !request.file && (route.method === 'POST' || route.method === 'PUT');
    const form = request.file && multipart(request.file);
    const reply = await this.#transport.send({
      method: route.method,
      url: urlOf(route, request),
      headers: {
        ...(isUnsafe ? { origin: this.#transport.origin, 'x-gongping': '1' } : {}),
        ...(this.cookies.size > 0 ? { cookie: this.#cookieHeader() } : {}),
        ...(hasJson ? { 'content-type': 'application/json' } : {}),
        ...(form ? { 'content-type': form.type } : {}),
        ...headers,
      },
      body: form ? form.bytes : hasJson ? JSON.stringify(request.body ?? {}) : null,
    });
    this.#keepCookies(reply);
    const text = Buffer.from(reply.bytes).toString('utf8');
    const isJson = reply.headers['content-type']?.startsWith('application/json') ?? false;
    return { ...reply, text, body: isJson ? (JSON.parse(text) as unknown) : text };
  }

  #cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keepCookies({ setCookies }: Incoming): void {
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }
}

function urlOf(route: Route, request: LooseRequest): string {
  const params = (request.params ?? {}) as Record<string, string>;
  const path = route.path.replace(/:([A-Za-z]+)/g, (_match, name: string) =>
    encodeURIComponent(params[name] ?? '-'),
  );
  const query = new URLSearchParams(request.query as Record<string, string> | undefined).toString();
  return query ? `${path}?${query}` : path;
}

function multipart(file: { name: string; type: string; bytes: Uint8Array }): {
  type: string;
  bytes: Uint8Array;
} {
  const boundary = `gongping-${randomBytes(12).toString('hex')}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
