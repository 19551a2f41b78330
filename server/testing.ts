import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Body, Params, Query, Reply, Route } from '../shared/contract/route.ts';
import type { ErrorReply } from '../shared/contract/common.ts';
import { buildApp } from './app.ts';
import type { Context } from './context.ts';
import { renewSetupCode } from './features/installation/setup-code.ts';
import { openFiles } from './files.ts';
import { openHub } from './live/hub.ts';
import { loadOrCreateSigner } from './signing.ts';
import { sqliteForTest } from './store/testing.ts';
import type { TestStore } from './store/testing.ts';

const origin = 'http://gongping.test';

/** A clock that tests set; it stands still otherwise. */
export interface TestClock {
  at: number;
}

/** The real application on a real store, without a socket. */
export interface TestServer {
  app: FastifyInstance;
  context: Context;
  clock: TestClock;
  setupCode: string;
  /** A new browser: cookies of its own, signed in as nobody. */
  browser(): TestBrowser;
  dispose(): Promise<void>;
}

export interface TestReply<T> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
  text: string;
}

interface Request<R extends Route> {
  params?: Params<R>;
  query?: Query<R>;
  body?: Body<R>;
}

/** Calls routes of the contract as one browser does: origin, header, cookies kept. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** The reply of a call that must succeed. */
  async call<R extends Route>(route: R, request: Request<R> = {}): Promise<Reply<R>> {
    const reply = await this.send(route, request);
    if (reply.status !== 200) throw new Error(`${route.method} ${route.path}: ${reply.status} ${reply.text}`);
    return reply.body as Reply<R>;
  }

  /** The error of a call that must fail. */
  async fail<R extends Route>(route: R, request: Request<R> = {}): Promise<ErrorReply> {
    const reply = await this.send(route, request);
    if (reply.status < 400)
      throw new Error(`${route.method} ${route.path}: ${reply.status} was not expected`);
    return reply.body as ErrorReply;
  }

  /** Any reply; `body` may be anything, to send what the contract refuses. */
  async send(
    route: Route,
    request: { params?: unknown; query?: unknown; body?: unknown } = {},
    headers: Record<string, string> = {},
  ): Promise<TestReply<unknown>> {
    const params = (request.params ?? {}) as Record<string, string>;
    const reply = await this.#app.inject({
      method: route.method,
      url: route.path.replace(/:([A-Za-z]+)/g, (_match, name: string) =>
        encodeURIComponent(params[name] ?? '-'),
      ),
      ...(request.query ? { query: request.query as Record<string, string> } : {}),
      ...(route.method === 'GET' || route.method === 'DELETE'
        ? {}
        : { payload: (request.body ?? {}) as object }),
      headers: {
        host: new URL(origin).host,
        origin,
        'x-gongping': '1',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    });
    for (const { name, value } of reply.cookies) {
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const isJson = String(reply.headers['content-type']).startsWith('application/json');
    return {
      status: reply.statusCode,
      body: isJson ? reply.json() : reply.body,
      headers: reply.headers,
      text: reply.body,
    };
  }
}

let operations = 0;
/** A new operation id. */
export const operation = (): string => `op-${String((operations += 1)).padStart(8, '0')}`;

/** Builds the application over a store of its own; SQLite unless another is given. */
export async function testServer(
  open: () => Promise<TestStore> = sqliteForTest,
  options: { now?: number; demo?: boolean } = {},
): Promise<TestServer> {
  const opened = await open();
  const folder = mkdtempSync(join(tmpdir(), 'gongping-data-'));
  const clock: TestClock = { at: options.now ?? Date.parse('2026-08-24T09:00:00+08:00') };
  const hub = openHub(opened.store);
  const context: Context = {
    store: opened.store,
    hub,
    files: openFiles(join(folder, 'files')),
    signer: loadOrCreateSigner(join(folder, 'signing.key')),
    now: () => clock.at,
    random: (bytes) => randomBytes(bytes),
    config: {
      origin,
      demo: options.demo ?? false,
      dataFolder: folder,
      webFolder: null,
      version: '0.0.0-test',
    },
  };
  const app = await buildApp(context);
  await app.ready();
  return {
    app,
    context,
    clock,
    setupCode: (await renewSetupCode(context)) ?? '',
    browser: () => new TestBrowser(app),
    dispose: async () => {
      hub.close();
      await app.close();
      await opened.dispose();
      rmSync(folder, { recursive: true });
    },
  };
}
