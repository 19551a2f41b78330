import { ref } from 'vue';
import type { Ref } from 'vue';
import { judging } from '../../shared/contract/judging.ts';
import type { Held, JudgingBook } from '../../shared/contract/judging.ts';
import { call } from '../api/client.ts';
import { announceChange } from './changes.ts';
import { connection } from './connection.ts';
import type { Database } from './database.ts';
import { deliver } from './delivery.ts';
import { heldHere } from './held.ts';
import { judgesWithOpen, keepBook, keepEpoch, openOperations, takeNext, takeReply } from './journal.ts';
import type { Operation } from './operation.ts';
import type { Sender } from './sender.ts';
import { startSender } from './sender.ts';

/** Sends what the judges of one device have done, in the background, until stopped. */
export interface DeviceOutbox {
  /** Starts sending for whoever has something unsent on this device, and for this judge. */
  start: (judge?: string) => Promise<void>;
  /** Something was recorded, or the server was heard again: do not wait for the end of a pause. */
  wake: () => void;
  /**
   * Takes note of a server's epoch. A new one makes wait, and sends again, what it may have forgotten, of every judge
   * on this device.
   */
  hear: (epoch: string) => Promise<boolean>;
  /**
   * Reads the judge's book and keeps it on this device.
   * @throws ContractError or NetworkError as `call`.
   */
  fetchBook: (competition: string, judge: string) => Promise<JudgingBook>;
  /** Judges whose marks wait because the server wants their code again. */
  askedForCode: Readonly<Ref<ReadonlySet<string>>>;
  stop: () => void;
}

/**
 * @param database this device's; asked for each time, since a failed opening is tried again
 * @param pause resolves after so many milliseconds, or early when the signal fires
 */
export function createOutbox(
  database: () => Promise<Database>,
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): DeviceOutbox {
  const senders = new Map<string, Sender>();
  const askedForCode = ref<ReadonlySet<string>>(new Set());
  /** What the server was told last that this device holds, by judge. */
  const reported = new Map<string, Held>();
  let heard: string | null = null;

  function wake(): void {
    for (const sender of senders.values()) sender.wake();
  }

  async function start(judge?: string): Promise<void> {
    if (judge !== undefined) startFor(judge);
    for (const other of await judgesWithOpen(await database())) startFor(other);
  }

  function startFor(judge: string): void {
    if (senders.has(judge)) return;
    const sender = startSender({
      take: async (passedOver) => takeNext(await database(), judge, passedOver),
      deliver,
      hear,
      settle: async (operation, outcome) => {
        if (outcome.kind === 'unreachable') connection.failed();
        else connection.answered(Date.now());
        noteCode(judge, outcome.kind === 'signed-out');
        await takeReply(await database(), operation, outcome);
        announceChange(judge);
        if (outcome.kind === 'acknowledged') void reportWhenDone(operation);
      },
      pause,
    });
    senders.set(judge, sender);
  }

  function noteCode(judge: string, wanted: boolean): void {
    const rest = [...askedForCode.value].filter((other) => other !== judge);
    askedForCode.value = new Set(wanted ? [...rest, judge] : rest);
  }

  async function hear(epoch: string): Promise<boolean> {
    if (epoch === heard) return false;
    const db = await database();
    const anew = await keepEpoch(db, epoch);
    heard = epoch;
    if (!anew) return false;
    for (const judge of await judgesWithOpen(db)) announceChange(judge);
    for (const { competition, judge } of await db.getAll('books')) void reportAnew(competition, judge.id);
    await start();
    wake();
    return true;
  }

  async function fetchBook(competition: string, judge: string): Promise<JudgingBook> {
    const book = await askForBook(competition, judge);
    connection.answered(Date.now());
    await keepBook(await database(), book);
    announceChange(judge);
    wake();
    return book;
  }

  /** A refusal tells of a new epoch too: whoever sat down since the copy has to be let in again first. */
  async function askForBook(competition: string, judge: string): Promise<JudgingBook> {
    let epoch: string | null = null;
    const query = await heldOf(judge);
    try {
      const params = { competition, judge };
      const book = await call(judging.book, { params, query }, { onEpoch: (named) => (epoch = named) });
      reported.set(judge, query);
      return book;
    } finally {
      if (epoch !== null) await hear(epoch);
    }
  }

  async function heldOf(judge: string): Promise<Held> {
    const db = await database();
    return heldHere(await db.get('books', judge), await openOperations(db, judge));
  }

  /** To a server that started anew each judge of this device is told, once what waits of theirs is through. */
  async function reportAnew(competition: string, judge: string): Promise<void> {
    const held = await heldOf(judge);
    reported.set(judge, held);
    if (held.waiting === 0) await fetchBook(competition, judge).catch(() => undefined);
  }

  /** Once nothing waits any more of what the server was last told is waiting, it is told so. */
  async function reportWhenDone({ competition, judge }: Operation): Promise<void> {
    if ((reported.get(judge)?.waiting ?? 0) === 0 || (await heldOf(judge)).waiting > 0) return;
    reported.delete(judge);
    await fetchBook(competition, judge).catch(() => undefined);
  }

  return {
    start,
    wake,
    hear,
    fetchBook,
    askedForCode,
    stop: () => {
      for (const sender of senders.values()) sender.stop();
      senders.clear();
    },
  };
}
