import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcessTransport } from '../../../server/client/transport.ts';
import { freePort } from '../../../server/demo/free-port.ts';
import { readModel } from '../../../server/demo/model.ts';
import type { Model } from '../../../server/demo/model.ts';
import { newPlay } from '../../../server/demo/play.ts';
import type { Play } from '../../../server/demo/play.ts';
import { startServer } from '../../../server/start.ts';
import type { RunningServer } from '../../../server/start.ts';

/** A name that resolves to this machine in the test's browser only, so that the page's context is not secure. */
export const hallHost = 'gongping.test';

/** The real server on a data folder of its own, reached over plain http as in a hall. */
export interface Hall {
  origin: string;
  server: RunningServer;
  /** Tells parts of the model competition through the API, so that a test starts where it wants to. */
  play: Play;
  /** Moves the server's clock; never back. */
  moveTo(iso: string): void;
  close(): Promise<void>;
}

/** @param model the competition that `play` can tell */
export async function openHall(model: Model = readModel()): Promise<Hall> {
  const port = await freePort();
  const origin = `http://${hallHost}:${port}`;
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongping-e2e-'));
  let offset = Date.parse('2026-08-01T00:00:00+08:00') - Date.now();
  const moveTo = (iso: string) => void (offset = Math.max(offset, Date.parse(iso) - Date.now()));
  const server = await startServer({
    port,
    host: '127.0.0.1',
    origin,
    dataFolder,
    now: () => Date.now() + offset,
  });
  if (!server.context.config.webFolder)
    throw new Error('The browser tests need the built pages: npm run build.');
  return {
    origin,
    server,
    moveTo,
    play: newPlay({
      model,
      transport: inProcessTransport(server.app, origin),
      shift: Date.parse,
      setupCode: () => Promise.resolve(server.setupCode ?? ''),
      moveTo,
    }),
    close: async () => {
      await server.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
