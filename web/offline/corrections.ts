import type { Correction, Database } from './database.ts';

/** A change to a submitted sheet stays on this device until it is submitted again; meanwhile the submitted one counts. */
export const keepCorrection = async (db: Database, correction: Correction): Promise<void> => {
  await db.put('corrections', correction);
};

export const clearCorrection = (db: Database, judge: string, proposal: string): Promise<void> =>
  db.delete('corrections', [judge, proposal]);

/** A judge's own corrections under way. */
export const correctionsOf = (db: Database, judge: string): Promise<Correction[]> =>
  db.getAll('corrections', IDBKeyRange.bound([judge, ''], [judge, '\uffff']));
