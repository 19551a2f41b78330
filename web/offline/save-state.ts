import type { Operation } from './operation.ts';
import { isWaiting, proposalOf } from './operation.ts';

/**
 * Where the judge's marks are: not saved, on this tablet (the server is silent, or has not taken them), on their way,
 * on the server. Counts are of sheets.
 */
export type SaveState =
  | { kind: 'not-saved' }
  | { kind: 'tablet'; waiting: number }
  | { kind: 'held'; count: number }
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

/** Sheets with something on its way to the server. */
export const waitingSheets = (queue: readonly Operation[]): number => sheets(queue, isWaiting);

/** Sheets the server has sent back or holds in another version. */
const isHeld = ({ progress }: Operation): boolean =>
  progress.state === 'returned' || progress.state === 'conflict';

const sheets = (queue: readonly Operation[], which: (operation: Operation) => boolean): number =>
  new Set(
    queue
      .filter(which)
      .map(proposalOf)
      .filter((proposal) => proposal !== null),
  ).size;

/** The one truth the save line tells. */
export function saveState({ queue, writeFailed, reachable, acknowledgedAt }: SaveFacts): SaveState {
  if (writeFailed) return { kind: 'not-saved' };
  const waiting = waitingSheets(queue);
  if (!reachable) return { kind: 'tablet', waiting };
  if (waiting > 0) return { kind: 'saving' };
  const held = sheets(queue, isHeld);
  return held > 0 ? { kind: 'held', count: held } : { kind: 'server', at: acknowledgedAt };
}
