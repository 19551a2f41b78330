import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { makeId } from '../shared/ids.ts';
import { buildApp } from './app.ts';
import { ApiBrowser } from './client/browser.ts';
import { inProcessTransport } from './client/transport.ts';
import type { Context } from './context.ts';
import { renewSetupCode } from './features/installation/setup-code.ts';
import { openFiles } from './files.ts';
import { beginEpoch } from './live/epoch.ts';
import { openHub } from './live/hub.ts';
import { beginRun } from './live/run.ts';
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
  browser(): ApiBrowser;
  dispose(): Promise<void>;
}

export type TestBrowser = ApiBrowser;

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
    copies: null,
    beginning: await beginRun(opened.store),
    startedAt: clock.at,
    epoch: await beginEpoch(opened.store, makeId(clock.at, randomBytes(10))),
    files: openFiles(join(folder, 'files')),
    signer: loadOrCreateSigner(join(folder, 'signing.key')),
    now: () => clock.at,
    random: (bytes) => randomBytes(bytes),
    demo: null,
    config: {
      origin,
      demo: options.demo ?? false,
      rehearsal: false,
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
    browser: () => new ApiBrowser(inProcessTransport(app, origin)),
    dispose: async () => {
      hub.close();
      await app.close();
      await opened.dispose();
      rmSync(folder, { recursive: true });
    },
  };
}
