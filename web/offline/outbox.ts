import { ref } from 'vue';
import { judging } from '../../shared/contract/judging.ts';
import type { JudgingBook } from '../../shared/contract/judging.ts';
import { call } from '../api/client.ts';
import { announceChange } from './changes.ts';
import { connection } from './connection.ts';
import { database } from './database.ts';
import { deliver } from './delivery.ts';
import { judgesWithOpen, keepBook, takeNext, takeReply } from './journal.ts';
import { pause } from './pause.ts';
import type { Sender } from './sender.ts';
import { startSender } from './sender.ts';

const senders = new Map<string, Sender>();
let watching = false;

/** Judges whose marks wait because the server wants their code again. */
export const askedForCode = ref<ReadonlySet<string>>(new Set());

/** Starts sending for this judge and for whoever else has something unsent on this device. */
export async function startOutbox(judge: string): Promise<void> {
  watch();
  start(judge);
  for (const other of await judgesWithOpen(await database())) start(other);
}

/** Something was recorded, or the server was heard again: do not wait for the end of a pause. */
export function wakeOutbox(): void {
  for (const sender of senders.values()) sender.wake();
}

/**
 * Reads the judge's book and keeps it on this device.
 * @throws ContractError or NetworkError as `call`.
 */
export async function fetchBook(competition: string, judge: string): Promise<JudgingBook> {
  const book = await call(judging.book, { params: { competition, judge } });
  connection.answered(Date.now());
  await keepBook(await database(), book);
  announceChange(judge);
  // A new epoch has put back into the queue what was acknowledged before it.
  wakeOutbox();
  return book;
}

function start(judge: string): void {
  if (senders.has(judge)) return;
  const sender = startSender({
    take: async () => takeNext(await database(), judge),
    deliver,
    settle: async (operation, outcome) => {
      if (outcome.kind === 'unreachable') connection.failed();
      else connection.answered(Date.now());
      noteCode(judge, outcome.kind === 'signed-out');
      await takeReply(await database(), operation, outcome);
      announceChange(judge);
    },
    refresh: () => startedAnew(judge),
    pause,
  });
  senders.set(judge, sender);
}

function noteCode(judge: string, wanted: boolean): void {
  const rest = [...askedForCode.value].filter((other) => other !== judge);
  askedForCode.value = new Set(wanted ? [...rest, judge] : rest);
}

async function startedAnew(judge: string): Promise<boolean | null> {
  const kept = await (await database()).get('books', judge);
  if (kept === undefined) return false;
  return fetchBook(kept.competition, judge).then(
    (book) => book.epoch !== kept.epoch,
    () => null,
  );
}

function watch(): void {
  if (watching) return;
  watching = true;
  addEventListener('online', wakeOutbox);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wakeOutbox();
  });
}
