import type { Draft, Operation } from './operation.ts';
import { isWaiting, proposalOf } from './operation.ts';

/**
 * The open operations of one judge, in journal order. Functions on it are pure; nothing is ever marked as
 * changed or clean: what has to be sent follows from the operations themselves.
 */
export type Queue = readonly Operation[];

/**
 * Takes up a new operation. It replaces the unsent save it builds on; a submit is never replaced, and neither is
 * anything the server may have seen.
 * @param predecessor the operation that `draft.after` names, open or not; null when the journal has none such
 */
export function add(queue: Queue, draft: Draft, seq: number, predecessor: Operation | null): Queue {
  const operation: Operation = {
    ...draft,
    seq,
    sent: false,
    progress: { state: 'waiting', known: null },
    ...foundation(draft, predecessor),
  };
  return [...queue.filter((other) => !replaces(operation, draft.after, other)), operation];
}

/**
 * The operation to send now, or null: sign-in first, then in journal order, none before the one it builds on.
 * @param passedOver sheets to leave alone this time, by project
 */
export function nextToSend(queue: Queue, passedOver: ReadonlySet<string> = new Set()): Operation | null {
  const signIn = latestSignIn(queue);
  if (signIn !== null) return isWaiting(signIn) ? signIn : null;
  const isNext = (operation: Operation): boolean =>
    isWaiting(operation) && operation.after === null && !passedOver.has(proposalOf(operation) ?? '');
  return queue.find(isNext) ?? null;
}

/** Marks an operation as sent; from now on its body stands. */
export function markSent(queue: Queue, id: string): Queue {
  return queue.map((operation) => (operation.id === id ? { ...operation, sent: true } : operation));
}

/** The server wants the judge's code again before it takes anything more. */
export const needsSignIn = (queue: Queue): boolean => latestSignIn(queue)?.progress.state === 'returned';

function latestSignIn(queue: Queue): Operation | null {
  return queue.reduce<Operation | null>(
    (latest, operation) => (operation.act.kind === 'sign-in' ? operation : latest),
    null,
  );
}

/** What the new operation stands on, once it is clear what became of the one it builds on. */
function foundation(draft: Draft, predecessor: Operation | null): Pick<Operation, 'base' | 'after'> {
  if (predecessor === null || draft.act.kind === 'recuse') return { base: draft.base, after: null };
  const { progress, base, after } = predecessor;
  if (progress.state === 'acknowledged') return { base: progress.reply.revision, after: null };
  if (progress.state === 'waiting' && !isReplaceable(predecessor)) return { base, after: predecessor.id };
  if (progress.state === 'conflict') return { base, after: predecessor.id };
  return { base, after };
}

function replaces(operation: Operation, builtOn: string | null, other: Operation): boolean {
  if (operation.act.kind === 'sign-in') return other.act.kind === 'sign-in';
  return other.id === builtOn && operation.act.kind !== 'recuse' && isReplaceable(other);
}

const isReplaceable = (operation: Operation): boolean =>
  isWaiting(operation) && !operation.sent && operation.act.kind === 'save';
