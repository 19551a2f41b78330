import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { programArguments } from '../program.ts';

/** Where a server listens, what it answers to, and where its data lie. */
export interface Place {
  port: number;
  dataFolder: string;
  /** `http://localhost:PORT` where it is empty, as `npm start` has it. */
  origin: string;
}

/** A server of its own process, which can be killed and started again on the same data folder or on another. */
export interface ServerProcess {
  origin: string;
  /** The set-up code the latest start printed. */
  setupCode(): Promise<string>;
  /** Kills the process without a word (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again after a kill, with what is named changed. */
  restart(elsewhere?: Partial<Place>): Promise<void>;
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the real program, as `npm start` does, on a port and a data folder.
 * @param program arguments of node; the server of this same build when not given
 * @throws when it ends before it listens
 */
export async function startServerProcess(
  port: number,
  dataFolder: string,
  program: readonly string[] = programArguments('main'),
  origin = '',
): Promise<ServerProcess> {
  let place: Place = { port, dataFolder, origin };
  let running = await launch(place, program);
  const kill = () => end(running.child, 'SIGKILL');
  const restart = async (elsewhere: Partial<Place> = {}) => {
    place = { ...place, ...elsewhere };
    running = await launch(place, program);
  };
  return {
    origin: origin || `http://localhost:${port}`,
    setupCode: async () => running.setupCode,
    kill,
    restart,
    killAndRestart: async () => {
      await kill();
      await restart();
    },
    stop: () => end(running.child, 'SIGTERM'),
  };
}

interface Running {
  child: ChildProcess;
  setupCode: string;
}

async function launch({ port, dataFolder, origin }: Place, program: readonly string[]): Promise<Running> {
  const place = { PORT: String(port), HOST: '127.0.0.1', DATA: dataFolder, ORIGIN: origin };
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...place, DATABASE_URL: '', BACKUP: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const running: Running = { child, setupCode: '' };
  for await (const line of createInterface({ input: child.stdout })) {
    running.setupCode ||= /启用码 ([0-9]{8})/.exec(line)?.[1] ?? '';
    if (line.includes('公评已就绪')) return running;
  }
  throw new Error('the server ended before it was ready');
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
