import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { makeId } from '../shared/ids.ts';
import { buildApp } from './app.ts';
import type { AppOptions } from './app.ts';
import type { Context } from './context.ts';
import { renewSetupCode } from './features/installation/setup-code.ts';
import { watchDeadlines } from './features/proposals/deadline.ts';
import { openFiles } from './files.ts';
import { beginEpoch } from './live/epoch.ts';
import { openHub } from './live/hub.ts';
import { beginRun, endRun } from './live/run.ts';
import { randomSource } from './random-source.ts';
import { isRehearsal } from './rehearsal/fact.ts';
import { loadOrCreateSigner } from './signing.ts';
import { openAutoCopies } from './store/backup/auto-copies.ts';
import { openStore } from './store/open.ts';

export interface StartOptions extends AppOptions {
  port: number;
  host: string;
  origin: string;
  dataFolder: string;
  databaseUrl?: string | undefined;
  /** Where copies of the data go by themselves, best on another disk. Not for PostgreSQL. */
  backupFolder?: string | undefined;
  demo?: boolean;
  now?: () => number;
}

export interface RunningServer {
  app: FastifyInstance;
  context: Context;
  /** Printed while no organizer exists. */
  setupCode: string | null;
  close(): Promise<void>;
}

/**
 * Opens the store and everything beside it, in this order, and listens.
 * @throws FolderInUseError when another server has the data folder open
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const store = await openStore(options.dataFolder, options.databaseUrl);
  const hub = openHub(store);
  const now = options.now ?? Date.now;
  const random = randomSource();
  const { dataFolder, backupFolder } = options;
  const rehearsal = await isRehearsal(store);
  const copies =
    backupFolder && !rehearsal && store.engine === 'sqlite'
      ? await openAutoCopies(store, { dataFolder, backupFolder, now })
      : null;
  const context: Context = {
    store,
    hub,
    copies,
    beginning: await beginRun(store),
    startedAt: now(),
    epoch: await beginEpoch(store, makeId(now(), random(10))),
    files: openFiles(join(dataFolder, 'files')),
    signer: loadOrCreateSigner(join(dataFolder, 'signing.key')),
    now,
    random,
    demo: null,
    config: {
      origin: options.origin,
      demo: options.demo ?? false,
      rehearsal,
      dataFolder,
      webFolder: builtWeb(),
      version: version(),
    },
  };
  const app = await buildApp(context, options);
  const setupCode = await renewSetupCode(context);
  const deadlines = watchDeadlines(context, (error) => app.log.error(error));
  await app.listen({ port: options.port, host: options.host });
  return {
    app,
    context,
    setupCode,
    close: async () => {
      hub.close();
      deadlines.close();
      await app.close();
      await copies?.close();
      await endRun(store);
      await store.close();
    },
  };
}

const root = (() => {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'package.json'))) at = dirname(at);
  return at;
})();

const version = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

function builtWeb(): string | null {
  const folder = join(root, 'dist', 'web');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}
