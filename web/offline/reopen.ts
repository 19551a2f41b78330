import type { Operation } from './operation.ts';

/**
 * A server that started anew, perhaps from its backup, may have forgotten what it acknowledged. Every operation
 * acknowledged under another epoch waits again, in its old order and with its old body: what the server still knows
 * gets the old answer, what it forgot is written again on the same revision.
 * @param operations all acknowledged operations of one judge on this device
 * @param epoch the epoch of the server now
 */
export function reopen(operations: readonly Operation[], epoch: string): Operation[] {
  const signIns = operations.filter(({ act }) => act.kind === 'sign-in');
  const lastSignIn = signIns[signIns.length - 1];
  return operations.map((operation) => {
    const { progress, act } = operation;
    if (progress.state !== 'acknowledged' || progress.reply.epoch === epoch) return operation;
    if (act.kind === 'sign-in' && operation !== lastSignIn) return operation;
    return { ...operation, progress: { state: 'waiting', known: progress.reply } };
  });
}
