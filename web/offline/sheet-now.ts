import type { Marks } from '../../shared/contract/common.ts';
import type { Sheet } from '../../shared/contract/judging.ts';
import type { Draft, Operation } from './operation.ts';
import { isOpen, proposalOf } from './operation.ts';
import type { Queue } from './queue.ts';

/** One sheet as the judge has it in view: the newest own act, else what the server is known to hold. */
export interface SheetNow {
  server: Sheet;
  marks: Marks;
  comment: string;
  /**
   * The newest own act the server has not confirmed, null when there is none. One that waits behind an act in conflict
   * goes nowhere before the judge has chosen: then it is the act in conflict.
   */
  pending: Operation | null;
  /** What the next operation on this sheet builds on. */
  head: Pick<Draft, 'base' | 'after'>;
}

/**
 * @param server the sheet as last heard from the server, own acknowledgements included
 * @param queue the open operations of the judge
 */
export function sheetNow(server: Sheet, queue: Queue): SheetNow {
  let pending: Operation | null = null;
  let disputed: Operation | null = null;
  let content: Pick<Sheet, 'marks' | 'comment'> = server;
  for (const operation of queue) {
    if (proposalOf(operation) !== server.proposal || !isNews(operation, server)) continue;
    pending = operation;
    if (operation.progress.state === 'conflict') disputed ??= operation;
    if ('marks' in operation.act) content = operation.act;
  }
  return {
    server,
    marks: content.marks,
    comment: content.comment,
    pending: pending?.act.kind === 'recuse' ? pending : (disputed ?? pending),
    head: { base: server.revision, after: pending?.id ?? null },
  };
}

/** An operation that is only being confirmed says nothing new while the server still stands where it stood. */
function isNews(operation: Operation, server: Sheet): boolean {
  if (!isOpen(operation)) return false;
  const { progress } = operation;
  return progress.state !== 'waiting' || progress.known === null || progress.known.revision > server.revision;
}
