import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { programArguments } from '../program.ts';

/** A server of its own process, which can be killed and started again on the same data folder. */
export interface ServerProcess {
  origin: string;
  /** The set-up code the latest start printed. */
  setupCode(): Promise<string>;
  /** Kills the process without a word (SIGKILL) and starts it again. */
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
): Promise<ServerProcess> {
  const origin = `http://localhost:${port}`;
  const start = () => launch(port, dataFolder, program);
  let running = await start();
  return {
    origin,
    setupCode: async () => running.setupCode,
    killAndRestart: async () => {
      await end(running.child, 'SIGKILL');
      running = await start();
    },
    stop: () => end(running.child, 'SIGTERM'),
  };
}

interface Running {
  child: ChildProcess;
  setupCode: string;
}

async function launch(port: number, dataFolder: string, program: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, program, {
    env: { ...process.env, PORT: String(port), DATA: dataFolder, ORIGIN: '', DATABASE_URL: '', BACKUP: '' },
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
