import type { Held, JudgingBook } from '../../shared/contract/judging.ts';
import type { Queue } from './queue.ts';
import { waitingSheets } from './save-state.ts';
import { sheetNow } from './sheet-now.ts';

/** What this device holds of a judge, by its own count, for the recovery check to compare. */
export function heldHere(book: JudgingBook | undefined, queue: Queue): Held {
  const submitted = (book?.sheets ?? []).filter((server) => {
    const { pending } = sheetNow(server, queue);
    const act = pending?.progress.state === 'waiting' ? pending.act.kind : null;
    return act === null ? ['submitted', 'locked'].includes(server.status) : act === 'submit';
  });
  return { sheets: submitted.length, waiting: waitingSheets(queue) };
}
