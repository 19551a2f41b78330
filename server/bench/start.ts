import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../demo/free-port.ts';

const attempts = 3;

/** From starting the compiled program on an empty folder to its first answer; the best of three. */
export async function benchStart(say: (line: string) => void): Promise<void> {
  const times: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) times.push(await firstAnswer());
  say(`start to first answer: ${Math.min(...times)} ms`);
}

async function firstAnswer(): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'gongping-bench-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const begun = Date.now();
  const server = spawn(process.execPath, [fileURLToPath(new URL('../main.js', import.meta.url))], {
    env: { ...process.env, ORIGIN: origin, PORT: String(port), HOST: '127.0.0.1', DATA: data },
    stdio: 'ignore',
  });
  try {
    while (!(await answers(origin))) await new Promise((resolve) => setTimeout(resolve, 5));
    return Date.now() - begun;
  } finally {
    server.kill();
    rmSync(data, { recursive: true, force: true });
  }
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/session`)).ok;
  } catch {
    return false;
  }
}
