import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Declaration, ReadingProposal, Undertaking } from '../../../shared/contract/preparing.ts';

/** A note as this device has it. `base`: revision of the server it was written upon. */
export interface KeptNote {
  judge: string;
  proposal: string;
  text: string;
  base: number;
  /** The server has exactly this text. */
  sent: boolean;
}

/** An undertaking given here that the server has not acknowledged yet. */
export interface GivenUndertaking {
  judge: string;
  operation: string;
  text: string;
  declarations: Declaration[];
  givenAt: number;
}

interface Schema extends DBSchema {
  notes: { key: [string, string]; value: KeptNote; indexes: { judge: string } };
  readings: { key: string; value: { judge: string; proposals: ReadingProposal[]; at: number } };
  undertakings: { key: string; value: { judge: string; shown: Undertaking } };
  given: { key: string; value: GivenUndertaking };
}

export type StudyDatabase = IDBPDatabase<Schema>;

/** What a judge does before the day stays apart from the outbox of the day: a database of its own. */
export const openStudyDatabase = (name = 'gongping-study'): Promise<StudyDatabase> =>
  openDB<Schema>(name, 1, {
    upgrade(database) {
      const notes = database.createObjectStore('notes', { keyPath: ['judge', 'proposal'] });
      notes.createIndex('judge', 'judge');
      database.createObjectStore('readings', { keyPath: 'judge' });
      database.createObjectStore('undertakings', { keyPath: 'judge' });
      database.createObjectStore('given', { keyPath: 'judge' });
    },
  });

let opened: Promise<StudyDatabase> | null = null;

/** The one connection of this page. A failed opening is tried again at the next call. */
export function studyDatabase(): Promise<StudyDatabase> {
  opened ??= openStudyDatabase().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}
