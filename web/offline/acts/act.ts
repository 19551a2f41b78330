import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { Exchange } from '../../api/client.ts';

/**
 * Something an organizer did on the day, kept on the device it was done at. `waiting`: a server that started anew is
 * asked whether it still knows, and does it again where it does not. `given-up`: it cannot be done again by itself.
 */
export interface KeptAct {
  /** Place among the acts of this device. */
  seq: number;
  request: Exchange;
  /** Epoch of the server that did it last. */
  epoch: string;
  /** Milliseconds by this device's clock, for information only. */
  at: number;
  progress: { state: 'done' | 'waiting' } | { state: 'given-up'; code: ErrorCode };
}

interface Schema extends DBSchema {
  acts: { key: number; value: KeptAct };
}
export type ActDatabase = IDBPDatabase<Schema>;

/** Opens the organizer's part of this origin's storage; judges' tablets have another. */
export const openActs = (name = 'gongping-acts'): Promise<ActDatabase> =>
  openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('acts', { keyPath: 'seq' });
    },
  });

/** Adds an act behind all others. */
export async function keepAct(db: ActDatabase, request: Exchange, epoch: string, at: number): Promise<void> {
  const work = db.transaction('acts', 'readwrite', { durability: 'strict' });
  const last = await work.store.openCursor(null, 'prev');
  const seq = (last?.key ?? 0) + 1;
  await Promise.all([work.store.add({ seq, request, epoch, at, progress: { state: 'done' } }), work.done]);
}

/**
 * A new epoch: everything done before it waits again.
 * @returns whether anything waits
 */
export async function reopenActs(db: ActDatabase, epoch: string): Promise<boolean> {
  const work = db.transaction('acts', 'readwrite', { durability: 'strict' });
  const acts = await work.store.getAll();
  const older = acts.filter((act) => act.progress.state === 'done' && act.epoch !== epoch);
  for (const act of older) await work.store.put({ ...act, progress: { state: 'waiting' } });
  await work.done;
  return older.length > 0 || acts.some(({ progress }) => progress.state === 'waiting');
}

/** The first act that waits; those behind it were done on top of it. */
export const nextAct = async (db: ActDatabase): Promise<KeptAct | null> =>
  (await db.getAll('acts')).find(({ progress }) => progress.state === 'waiting') ?? null;
