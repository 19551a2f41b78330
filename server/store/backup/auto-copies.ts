import { stat } from 'node:fs/promises';
import type { Store } from '../store.ts';
import { listCopies } from './copies.ts';
import { startCopyProcess } from './copy-process.ts';
import type { CopyProcess } from './copy-process.ts';

/** Where the copies stand; times in ms since 1970. */
export interface CopyState {
  folder: string;
  latest: { number: number; at: number } | null;
  count: number;
  running: boolean;
  /** What was wrong with the last attempt, in words; null when nothing was. */
  fault: string | null;
  /** Something has been waiting for a copy longer than it should. */
  late: boolean;
  /** The copies lie on the same disk as the data and go with it. */
  sameDisk: boolean;
}

/** Copies that a server makes by itself. */
export interface AutoCopies {
  state(): CopyState;
  /** Makes a copy now, or waits for the one being made. */
  copyNow(): Promise<CopyState>;
  close(): Promise<void>;
}

export interface AutoCopyOptions {
  dataFolder: string;
  backupFolder: string;
  now: () => number;
  /** Milliseconds between two copies, and from the start to the first. */
  every?: number;
  afterStart?: number;
  start?: (dataFolder: string, backupFolder: string) => CopyProcess;
}

/** Copies the data folder every five minutes in which anything was written, until closed. */
export async function openAutoCopies(store: Store, options: AutoCopyOptions): Promise<AutoCopies> {
  const { dataFolder, backupFolder, now, every = 5 * 60_000, afterStart = 30_000 } = options;
  const start = options.start ?? startCopyProcess;
  let waitingSince: number | null = now();
  let underWay: { process: CopyProcess; done: Promise<void> } | null = null;
  let fault: string | null = null;
  let known = await lookAt(dataFolder, backupFolder).catch(() => nothing);
  store.onCommit(() => (waitingSince ??= now()));

  async function copy(process: CopyProcess): Promise<void> {
    const since = waitingSince;
    waitingSince = null;
    fault = await process.done;
    if (fault !== null) waitingSince = since ?? waitingSince;
    known = await lookAt(dataFolder, backupFolder).catch(() => known);
    underWay = null;
  }

  function begin(): Promise<void> {
    if (underWay === null) {
      const process = start(dataFolder, backupFolder);
      underWay = { process, done: copy(process) };
    }
    return underWay.done;
  }

  const state = (): CopyState => ({
    folder: backupFolder,
    ...known,
    running: underWay !== null,
    fault,
    late: waitingSince !== null && now() - waitingSince > 2 * every + afterStart,
  });
  const copyIfDue = () => void (waitingSince !== null && begin());
  const first = setTimeout(copyIfDue, afterStart);
  const timer = setInterval(copyIfDue, every);
  return {
    state,
    copyNow: async () => {
      await begin();
      return state();
    },
    close: async () => {
      clearTimeout(first);
      clearInterval(timer);
      underWay?.process.stop();
      await underWay?.done;
    },
  };
}

type Known = Pick<CopyState, 'latest' | 'count' | 'sameDisk'>;
const nothing: Known = { latest: null, count: 0, sameDisk: false };

async function lookAt(dataFolder: string, backupFolder: string): Promise<Known> {
  const copies = await listCopies(backupFolder);
  const newest = copies.at(-1)?.manifest;
  const [here, there] = await Promise.all([stat(dataFolder), stat(backupFolder).catch(() => null)]);
  return {
    latest: newest ? { number: newest.number, at: newest.at } : null,
    count: copies.length,
    sameDisk: here.dev === there?.dev,
  };
}
