import type { IDBPTransaction } from 'idb';
import type { JudgingBook } from '../../shared/contract/judging.ts';
import { mergeBook, withAcknowledgement } from './book.ts';
import type { Conflict } from './conflict.ts';
import { redraft, settleSheet } from './conflict.ts';
import type { Database, Schema, StoredOperation } from './database.ts';
import type { Draft, Operation } from './operation.ts';
import { isOpen } from './operation.ts';
import type { Queue } from './queue.ts';
import { add, markSent, nextToSend } from './queue.ts';
import type { Outcome } from './reply.ts';
import { applyReply } from './reply.ts';
import { reopen } from './reopen.ts';

/**
 * The append-only journal of this device in IndexedDB. Every function is one transaction that reads the truth,
 * applies a pure step and writes the difference, so that two pages of one browser cannot disagree.
 */
const stores = ['operations', 'books', 'corrections'] as const;
type Work = IDBPTransaction<Schema, typeof stores, 'readwrite'>;

/** The open operations of a judge, in journal order. */
export async function openOperations(db: Database, judge: string): Promise<Queue> {
  return inOrder(await db.getAllFromIndex('operations', 'open', [judge, 1]));
}

/** Judges with anything open on this device, e.g. one who has handed the tablet on. */
export async function judgesWithOpen(db: Database): Promise<string[]> {
  const all = await db.getAll('operations');
  return [...new Set(all.filter(({ open }) => open === 1).map(({ judge }) => judge))].sort();
}

/** Records one act. Resolves when it is on the disk; a submit asks for strict durability. */
export function record(db: Database, draft: Draft): Promise<void> {
  return transact(db, draft.act.kind === 'save' ? 'relaxed' : 'strict', async (work) => {
    await append(work, draft);
    if (draft.act.kind === 'submit')
      await work.objectStore('corrections').delete([draft.judge, draft.act.proposal]);
  });
}

/** What to send now, marked as sent, with the epoch this device knows. */
export function takeNext(
  db: Database,
  judge: string,
): Promise<{ operation: Operation; epoch: string } | null> {
  return transact(db, 'strict', async (work) => {
    const queue = await readOpen(work, judge);
    const operation = nextToSend(queue);
    if (operation === null) return null;
    const marked = markSent(queue, operation.id);
    await writeDifference(work, queue, marked);
    const book = await work.objectStore('books').get(judge);
    return { operation: { ...operation, sent: true }, epoch: book?.epoch ?? '' };
  });
}

/** Takes up what came of sending, and keeps the book in step with what the server has acknowledged. */
export function takeReply(db: Database, operation: Operation, outcome: Outcome): Promise<void> {
  return transact(db, 'relaxed', async (work) => {
    const queue = await readOpen(work, operation.judge);
    await writeDifference(work, queue, applyReply(queue, operation.id, outcome));
    const books = work.objectStore('books');
    const book = await books.get(operation.judge);
    if (book !== undefined && outcome.kind === 'acknowledged')
      await books.put(withAcknowledgement(book, operation, outcome.reply));
  });
}

/** Keeps the book the server sent. A new epoch makes everything acknowledged before it wait again. */
export function keepBook(db: Database, fetched: JudgingBook): Promise<void> {
  return transact(db, 'relaxed', async (work) => {
    const books = work.objectStore('books');
    const kept = await books.get(fetched.judge.id);
    await books.put(mergeBook(kept, fetched));
    if (kept?.epoch === fetched.epoch) return;
    const all = inOrder(
      await work.objectStore('operations').index('judge').getAll(ofJudge(fetched.judge.id)),
    );
    await writeDifference(work, all, reopen(all, fetched.epoch));
  });
}

/** Ends a conflict: with the own version it is recorded again on top of the server's, else the server's stands. */
export function resolveConflict(
  db: Database,
  judge: string,
  conflict: Conflict,
  choice: 'mine' | 'server',
  identity: Pick<Draft, 'id' | 'madeAt'>,
): Promise<void> {
  return transact(db, 'strict', async (work) => {
    const queue = await readOpen(work, judge);
    const again = redraft(queue, conflict, identity);
    await writeDifference(work, queue, settleSheet(queue, conflict.proposal));
    if (choice === 'mine' && again !== null) await append(work, again);
    const books = work.objectStore('books');
    const book = await books.get(judge);
    if (book !== undefined) await books.put(mergeBook(book, { ...book, sheets: [conflict.server] }));
  });
}

/** Takes note of what the server returned; the sheet shows what the server holds. */
export function dismissReturned(db: Database, judge: string, proposal: string): Promise<void> {
  return transact(db, 'relaxed', async (work) => {
    const queue = await readOpen(work, judge);
    await writeDifference(work, queue, settleSheet(queue, proposal));
  });
}

async function transact<T>(
  db: Database,
  durability: 'strict' | 'relaxed',
  job: (work: Work) => Promise<T>,
): Promise<T> {
  const work = db.transaction(stores, 'readwrite', { durability });
  const [value] = await Promise.all([job(work), work.done]);
  return value;
}

async function append(work: Work, draft: Draft): Promise<void> {
  const operations = work.objectStore('operations');
  const queue = await readOpen(work, draft.judge);
  const predecessor = draft.after === null ? undefined : await operations.get(draft.after);
  const last = await operations.index('seq').openCursor(null, 'prev');
  await writeDifference(work, queue, add(queue, draft, (last?.value.seq ?? 0) + 1, predecessor ?? null));
}

async function readOpen(work: Work, judge: string): Promise<Queue> {
  return inOrder(await work.objectStore('operations').index('open').getAll([judge, 1]));
}

/** Writes what changed. Whatever the step dropped was never sent, or is kept as settled for the record. */
async function writeDifference(work: Work, before: Queue, after: Queue): Promise<void> {
  const operations = work.objectStore('operations');
  const known = new Set<Operation>(before);
  const kept = new Set(after.map(({ id }) => id));
  const writes: Promise<unknown>[] = after
    .filter((operation) => !known.has(operation))
    .map((operation) => operations.put(stored(operation)));
  for (const operation of before) {
    if (kept.has(operation.id)) continue;
    writes.push(
      operation.sent
        ? operations.put(stored({ ...operation, progress: { state: 'settled' } }))
        : operations.delete(operation.id),
    );
  }
  await Promise.all(writes);
}

const stored = (operation: Operation): StoredOperation => ({ ...operation, open: isOpen(operation) ? 1 : 0 });
const inOrder = (operations: readonly Operation[]): Operation[] =>
  [...operations].sort((a, b) => a.seq - b.seq);
const ofJudge = (judge: string): IDBKeyRange => IDBKeyRange.bound([judge, 0], [judge, Infinity]);
