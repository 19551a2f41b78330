import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { programArguments } from '../../program.ts';

/** Milliseconds after which a disk that does not finish is given up. */
const patience = 4 * 60_000;

/** A copy being made by a process of its own. */
export interface CopyProcess {
  /** Null when the copy is there and good, else what is wrong, in words. */
  done: Promise<string | null>;
  stop(): void;
}

/**
 * Runs `gongping backup` beside the server: a stick that hangs holds up nobody in the hall.
 */
export function startCopyProcess(dataFolder: string, backupFolder: string): CopyProcess {
  const child = spawn(
    process.execPath,
    [...programArguments('cli/main'), 'backup', backupFolder, '--data', dataFolder],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return { done: outcome(child), stop: () => void child.kill('SIGKILL') };
}

async function outcome(child: ChildProcess): Promise<string | null> {
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    child.kill('SIGKILL');
  }, patience);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  try {
    const [said, status] = await Promise.all([child.stderr ? text(child.stderr) : '', ended]);
    if (isSlow) return `备份盘 ${patience / 60_000} 分钟还没有写完，请检查，或换一个`;
    return status === 0 ? null : said.trim() || '备份程序没有正常结束';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
