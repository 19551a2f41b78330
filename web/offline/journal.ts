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
const stores = ['operations', 'books', 'corrections', 'server'] as const;
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

/**
 * What to send now, marked as sent; null when there is nothing.
 * @param passedOver sheets to leave alone this time, by project
 */
export function takeNext(
  db: Database,
  judge: string,
  passedOver: ReadonlySet<string> = new Set(),
): Promise<Operation | null> {
  return transact(db, 'strict', async (work) => {
    const queue = await readOpen(work, judge);
    const operation = nextToSend(queue, passedOver);
    if (operation === null) return null;
    await writeDifference(work, queue, markSent(queue, operation.id));
    return { ...operation, sent: true };
  });
}

/**
 * Takes up what came of sending, and keeps the book in step with what the server has acknowledged. An answer from
 * before the server started anew, overtaken by news of that, is not relied upon: the operation waits again.
 */
export function takeReply(db: Database, operation: Operation, outcome: Outcome): Promise<void> {
  return transact(db, 'relaxed', async (work) => {
    const queue = await readOpen(work, operation.judge);
    const epoch = await work.objectStore('server').get('epoch');
    const after = applyReply(queue, operation.id, outcome);
    await writeDifference(work, queue, epoch === undefined ? after : reopen(after, epoch));
    const books = work.objectStore('books');
    const book = await books.get(operation.judge);
    if (book !== undefined && outcome.kind === 'acknowledged')
      await books.put(withAcknowledgement(book, operation, outcome.reply));
  });
}

/** Keeps the book the server sent, never behind what that server has acknowledged: the reply may be the older one. */
export function keepBook(db: Database, fetched: JudgingBook): Promise<void> {
  return transact(db, 'relaxed', async (work) => {
    await noteEpoch(work, fetched.epoch);
    const books = work.objectStore('books');
    const own = inOrder(
      await work.objectStore('operations').index('judge').getAll(ofJudge(fetched.judge.id)),
    );
    await books.put(own.reduce(withReply, mergeBook(await books.get(fetched.judge.id), fetched)));
  });
}

/** What another start of the server acknowledged says nothing about this one. */
function withReply(book: JudgingBook, operation: Operation): JudgingBook {
  const { progress } = operation;
  return progress.state === 'acknowledged' && progress.reply.epoch === book.epoch
    ? withAcknowledgement(book, operation, progress.reply)
    : book;
}

/**
 * Takes note of the epoch of a server that has answered. A new one makes everything acknowledged before it wait
 * again, of every judge on this device.
 * @returns whether it is new
 */
export const keepEpoch = (db: Database, epoch: string): Promise<boolean> =>
  transact(db, 'strict', (work) => noteEpoch(work, epoch));

async function noteEpoch(work: Work, epoch: string): Promise<boolean> {
  const server = work.objectStore('server');
  if ((await server.get('epoch')) === epoch) return false;
  await server.put(epoch, 'epoch');
  const all = inOrder(await work.objectStore('operations').getAll());
  const judges = [...new Set(all.map(({ judge }) => judge))];
  const after = judges.flatMap((judge) =>
    reopen(
      all.filter((one) => one.judge === judge),
      epoch,
    ),
  );
  await writeDifference(work, all, after);
  return true;
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
const ofJudge = (judge: string): IDBKeyRange => IDBKeyRange.bound([judge, 0], [judge, Infinity]);
const inOrder = (operations: readonly Operation[]): Operation[] =>
  [...operations].sort((a, b) => a.seq - b.seq);
