import { backoff } from './backoff.ts';
import type { Operation } from './operation.ts';
import type { Outcome } from './reply.ts';
import { wentBack } from './reply.ts';

export interface SenderParts {
  /** The operation to send now, already marked as sent; null when there is none. */
  take: () => Promise<{ operation: Operation; epoch: string } | null>;
  deliver: (operation: Operation, epoch: string, signal: AbortSignal) => Promise<Outcome>;
  settle: (operation: Operation, outcome: Outcome) => Promise<void>;
  /** Reads the book again: whether the server has started anew since this device last looked; null: no answer. */
  refresh: () => Promise<boolean | null>;
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

/** Sends one judge's operations in order, one at a time, until stopped. Waits 1, 2, 4, 8, 15 s after failures. */
export function startSender(parts: SenderParts): Sender {
  const life = new AbortController();
  let nap = new AbortController();
  let failures = 0;

  async function round(): Promise<'more' | 'rest'> {
    const taken = await parts.take();
    if (taken === null) return 'rest';
    const { operation, epoch } = taken;
    const outcome = await parts.deliver(operation, epoch, life.signal);
    const back = wentBack(operation, outcome);
    const anew = back || outcome.kind === 'signed-out' ? await parts.refresh() : false;
    if (anew === true) return 'more';
    const silent = outcome.kind === 'unreachable' || (back && anew === null);
    failures = silent ? failures + 1 : 0;
    await parts.settle(operation, silent ? { kind: 'unreachable' } : outcome);
    return silent || outcome.kind === 'signed-out' ? 'rest' : 'more';
  }

  async function run(): Promise<void> {
    while (!life.signal.aborted) {
      nap = new AbortController();
      const next = await round().catch((): 'rest' => 'rest');
      if (next === 'rest' && !life.signal.aborted)
        await parts.pause(failures === 0 ? idle : backoff(failures), nap.signal);
    }
  }

  void run();
  return {
    wake: () => nap.abort(),
    stop: () => {
      life.abort();
      nap.abort();
    },
  };
}
