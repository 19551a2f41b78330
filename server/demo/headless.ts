import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeIo } from '../cli/node-io.ts';
import { verify } from '../cli/verify.ts';
import { socketTransport } from '../client/transport.ts';
import { readModel } from './model.ts';
import { newPlay } from './play.ts';
import type { Play } from './play.ts';
import { startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import type { Shift } from './settings.ts';
import { apply } from './story/applying.ts';
import { playDay } from './story/day.ts';
import { decide } from './story/deciding.ts';
import { takeFiles } from './story/files.ts';
import { found } from './story/founding.ts';
import { seatPanel } from './story/panel.ts';

const hour = 3_600_000;

/**
 * The model's dates on the real clock: the call opened a minute ago and closes in six hours, what follows keeps its
 * distance to the deadline.
 */
export function liveShift(now: number): Shift {
  const deadline = Date.parse('2026-09-18T18:00:00+08:00');
  return (iso) => {
    const at = Date.parse(iso);
    return at < deadline ? now - 60_000 : at - deadline + now + 6 * hour;
  };
}

/** Plays the whole line against a server and writes the set of files. */
export async function playWhole(play: Play, folder: string): Promise<void> {
  await found(play);
  await apply(play);
  await seatPanel(play);
  await playDay(play);
  await decide(play);
  await takeFiles(play, folder);
}

/**
 * The main job without a browser: a real server in a process of its own on a fresh database, the whole line through
 * its API with real sign-ins, the files in `folder`, verified from the files alone.
 * @param during is told the server once the play runs; tests kill it there
 * @returns the exit code of the verification
 */
export async function runHeadless(
  folder: string,
  options: {
    port: number;
    say: (text: string) => void;
    program?: readonly string[];
    during?: (server: ServerProcess, play: Play) => void;
  },
): Promise<number> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gongping-demo-'));
  const server = await startServerProcess(options.port, dataFolder, options.program);
  try {
    const play = newPlay({
      model: readModel(),
      transport: socketTransport(server.origin),
      shift: liveShift(Date.now()),
      setupCode: () => server.setupCode(),
      say: options.say,
    });
    options.during?.(server, play);
    await playWhole(play, folder);
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
  return verify([folder], nodeIo);
}
