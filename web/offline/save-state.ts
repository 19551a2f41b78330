import type { Operation } from './operation.ts';
import { isWaiting, proposalOf } from './operation.ts';

/** Where the judge's marks are, in one of three states; `waiting` counts sheets. */
export type SaveState =
  | { kind: 'not-saved' }
  | { kind: 'tablet'; waiting: number }
  | { kind: 'saving' }
  | { kind: 'server'; at: number | null };

export interface SaveFacts {
  queue: readonly Operation[];
  /** The last write to this device's own storage failed. */
  writeFailed: boolean;
  /** The last round trip, whichever it was, came back. Sockets and `navigator.onLine` say nothing. */
  reachable: boolean;
  /** Server time of the latest acknowledgement. */
  acknowledgedAt: number | null;
}

/** Sheets with something the server has not acknowledged. */
export const waitingSheets = (queue: readonly Operation[]): number =>
  new Set(queue.filter(isWaiting).map(proposalOf)).size;

/** The one truth the save line tells. */
export function saveState({ queue, writeFailed, reachable, acknowledgedAt }: SaveFacts): SaveState {
  if (writeFailed) return { kind: 'not-saved' };
  const waiting = waitingSheets(queue);
  if (!reachable) return { kind: 'tablet', waiting };
  return waiting > 0 ? { kind: 'saving' } : { kind: 'server', at: acknowledgedAt };
}
