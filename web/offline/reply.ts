import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { Sheet } from '../../shared/contract/judging.ts';
import type { Acknowledgement, Operation } from './operation.ts';
import { proposalOf } from './operation.ts';
import type { Queue } from './queue.ts';

/** What came of sending an operation once. */
export type Outcome =
  | { kind: 'acknowledged'; reply: Acknowledgement }
  /** Somebody else's revision stands on the server. */
  | { kind: 'stale'; server: Sheet }
  | { kind: 'refused'; code: ErrorCode; message: string }
  /** Not yet: the project has not been called, or not again since the server came back from a copy. */
  | { kind: 'early'; message: string }
  /** The device does not hold this judge's session: everything waits until the judge has typed the code again. */
  | { kind: 'signed-out' }
  /** No answer, or one that asks to come again: nothing is known, the same body is sent again. */
  | { kind: 'unreachable' };

/**
 * Takes up an answer. One that is late or comes twice changes nothing, since its operation no longer waits.
 * Acknowledged operations are in the returned queue for the caller to store; they are not open any more.
 */
export function applyReply(queue: Queue, id: string, outcome: Outcome): Queue {
  const operation = queue.find((one) => one.id === id);
  if (operation?.progress.state !== 'waiting') return queue;
  const { progress } = operation;
  switch (outcome.kind) {
    case 'acknowledged':
      return settleOvertaken(rebase(queue, operation, outcome.reply), operation);
    case 'stale':
      return replace(queue, { ...operation, progress: { state: 'conflict', server: outcome.server } });
    case 'refused':
      return passOn(queue, {
        ...operation,
        progress: { state: 'returned', code: outcome.code, message: outcome.message },
      });
    case 'early':
      return replace(queue, { ...operation, progress: { ...progress, early: outcome.message } });
    case 'signed-out':
    case 'unreachable':
      return queue;
  }
}

const replace = (queue: Queue, changed: Operation): Queue =>
  queue.map((one) => (one.id === changed.id ? changed : one));

/** Whatever builds on the acknowledged operation, and only that, moves to its revision. */
function rebase(queue: Queue, operation: Operation, reply: Acknowledgement): Queue {
  return queue.map((one) => {
    if (one.id === operation.id) return { ...one, progress: { state: 'acknowledged', reply } };
    return one.after === operation.id ? { ...one, after: null, base: reply.revision } : one;
  });
}

/** The next one stands in for the returned one, on the same base. */
function passOn(queue: Queue, returned: Operation): Queue {
  return replace(queue, returned).map((one) =>
    one.after === returned.id ? { ...one, after: returned.after, base: returned.base } : one,
  );
}

/**
 * A later operation the server has taken makes an earlier returned one on the same sheet a thing of the past; a
 * returned submit only gives way to a submit or a recusal.
 */
function settleOvertaken(queue: Queue, accepted: Operation): Queue {
  const proposal = proposalOf(accepted);
  if (proposal === null) return queue;
  return queue.map((one) => {
    if (one.seq >= accepted.seq || proposalOf(one) !== proposal) return one;
    const overtaken =
      one.progress.state === 'returned' && (one.act.kind === 'save' || accepted.act.kind !== 'save');
    const pointless = one.progress.state === 'conflict' && accepted.act.kind === 'recuse';
    return overtaken || pointless ? { ...one, progress: { state: 'settled' } } : one;
  });
}

/**
 * Whether a stale answer shows a server that has gone back in time: it stands below the revision it had
 * acknowledged. That is no conflict: what it forgot is sent again first, be it by this device or by another.
 */
export const wentBack = (operation: Operation, outcome: Outcome): boolean =>
  outcome.kind === 'stale' && outcome.server.revision < operation.base;
