import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Marks } from '../../shared/contract/common.ts';
import type { Seat } from '../../shared/contract/devices.ts';
import type { JudgingBook } from '../../shared/contract/judging.ts';
import type { Operation } from './operation.ts';

/** A change to a submitted sheet that is not submitted yet: on this device only, the submitted one counts. */
export interface Correction {
  judge: string;
  proposal: string;
  marks: Marks;
  comment: string;
}

/** `open` is derived from the progress; a number, since IndexedDB cannot index a boolean. */
export type StoredOperation = Operation & { open: 0 | 1 };

export interface Schema extends DBSchema {
  operations: {
    key: string;
    value: StoredOperation;
    indexes: { seq: number; judge: [string, number]; open: [string, number] };
  };
  books: { key: string; value: JudgingBook };
  seats: { key: string; value: Seat };
  tries: { key: string; value: number };
  corrections: { key: [string, string]; value: Correction };
  /** What is known of the server as a whole: `epoch`. */
  server: { key: string; value: string };
}

export type Database = IDBPDatabase<Schema>;

/** Opens this origin's database; a tablet's outbox belongs to the address it was opened at. */
export const openDatabase = (name = 'gongping'): Promise<Database> =>
  openDB<Schema>(name, 2, {
    upgrade(database, before) {
      if (before < 2) database.createObjectStore('server');
      if (before >= 1) return;
      const operations = database.createObjectStore('operations', { keyPath: 'id' });
      operations.createIndex('seq', 'seq', { unique: true });
      operations.createIndex('judge', ['judge', 'seq']);
      operations.createIndex('open', ['judge', 'open']);
      database.createObjectStore('books', { keyPath: 'judge.id' });
      database.createObjectStore('seats');
      database.createObjectStore('tries');
      database.createObjectStore('corrections', { keyPath: ['judge', 'proposal'] });
    },
  });

let opened: Promise<Database> | null = null;

/** The one connection of this page. A failed opening is tried again at the next call. */
export function database(): Promise<Database> {
  opened ??= openDatabase().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}
