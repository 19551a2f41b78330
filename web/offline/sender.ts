import { backoff } from './backoff.ts';
import type { Delivery } from './delivery.ts';
import type { Operation } from './operation.ts';
import { proposalOf } from './operation.ts';
import type { Outcome } from './reply.ts';
import { wentBack } from './reply.ts';

export interface SenderParts {
  /** The operation to send now, already marked as sent, of none of the sheets passed over; null: there is none. */
  take: (passedOver: ReadonlySet<string>) => Promise<Operation | null>;
  deliver: (operation: Operation, signal: AbortSignal) => Promise<Delivery>;
  /** Takes note of the epoch of a reply: whether the server has started anew, so that more waits than before. */
  hear: (epoch: string) => Promise<boolean>;
  settle: (operation: Operation, outcome: Outcome) => Promise<void>;
  /** Resolves after so many milliseconds, or early when the signal fires. */
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface Sender {
  /** There may be something to send, or a way to send it: look now instead of at the end of the pause. */
  wake: () => void;
  stop: () => void;
}

/** Milliseconds between two looks at the journal when nobody has called. */
const idle = 15_000;
/** Times a server that has gone back is waited for, until another device has sent what this operation builds on. */
const patience = 8;

/**
 * Sends one judge's operations in order, one at a time, until stopped. Waits 1, 2, 4, 8, 15 s after failures. A sheet
 * the server does not take yet is passed over and tried again after such a wait; the others go on.
 */
export function startSender(parts: SenderParts): Sender {
  const life = new AbortController();
  let nap = new AbortController();
  let failures = 0;
  let passedOver = new Set<string>();
  const waits = new Map<string, number>();

  async function round(): Promise<'more' | 'rest'> {
    const operation = await parts.take(passedOver);
    if (operation === null) return 'rest';
    const { outcome, epoch } = await parts.deliver(operation, life.signal);
    const anew = epoch !== null && (await parts.hear(epoch));
    if (outcome.kind === 'unreachable') failures += 1;
    else if (outcome.kind === 'acknowledged') failures = 0;
    else if (anew) return 'more';
    if (mustWait(operation, outcome)) {
      passedOver.add(proposalOf(operation) ?? '');
      if (outcome.kind === 'early') await parts.settle(operation, outcome);
      return 'more';
    }
    await parts.settle(operation, outcome);
    return outcome.kind === 'unreachable' || outcome.kind === 'signed-out' ? 'rest' : 'more';
  }

  function mustWait(operation: Operation, outcome: Outcome): boolean {
    if (outcome.kind === 'early') return true;
    if (!wentBack(operation, outcome)) return false;
    const waited = (waits.get(operation.id) ?? 0) + 1;
    waits.set(operation.id, waited);
    return waited <= patience;
  }

  async function rest(): Promise<void> {
    if (passedOver.size > 0) failures += 1;
    passedOver = new Set();
    await parts.pause(failures === 0 ? idle : backoff(failures), nap.signal);
  }

  async function run(): Promise<void> {
    while (!life.signal.aborted) {
      nap = new AbortController();
      const next = await round().catch((): 'rest' => 'rest');
      if (next === 'rest' && !life.signal.aborted) await rest();
    }
  }

  void run();
  return {
    wake: () => {
      passedOver = new Set();
      nap.abort();
    },
    stop: () => {
      life.abort();
      nap.abort();
    },
  };
}
