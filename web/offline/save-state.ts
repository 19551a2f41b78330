import type { Operation } from './operation.ts';
import { isEarly, isWaiting, proposalOf } from './operation.ts';

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
export const waitingSheets = (queue: readonly Operation[]): number => sheets(queue, isWaiting).size;

const isInConflict = ({ progress }: Operation): boolean => progress.state === 'conflict';

/** The server has sent it back, holds another version, or does not take it yet. */
const isHeld = (operation: Operation): boolean =>
  isEarly(operation) || isInConflict(operation) || operation.progress.state === 'returned';

const sheets = (
  queue: readonly Operation[],
  which: (operation: Operation) => boolean,
): ReadonlySet<string | null> =>
  new Set(
    queue
      .filter(which)
      .map(proposalOf)
      .filter((proposal) => proposal !== null),
  );

/** The one truth the save line tells. */
export function saveState({ queue, writeFailed, reachable, acknowledgedAt }: SaveFacts): SaveState {
  if (writeFailed) return { kind: 'not-saved' };
  const waiting = sheets(queue, isWaiting);
  if (!reachable) return { kind: 'tablet', waiting: waiting.size };
  const stuck = sheets(queue, (operation) => isEarly(operation) || isInConflict(operation));
  if ([...waiting].some((proposal) => !stuck.has(proposal))) return { kind: 'saving' };
  const held = sheets(queue, isHeld).size;
  return held > 0 ? { kind: 'held', count: held } : { kind: 'server', at: acknowledgedAt };
}
