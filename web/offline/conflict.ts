import type { Sheet } from '../../shared/contract/judging.ts';
import type { Draft, Operation, SheetAct } from './operation.ts';
import { isOpen, proposalOf } from './operation.ts';
import type { Queue } from './queue.ts';

/** Two versions of one sheet; neither is overwritten until the judge has chosen. */
export interface Conflict {
  proposal: string;
  mine: SheetAct;
  server: Sheet;
}

/** The sheets on which this device and the server hold different versions. */
export function conflicts(queue: Queue): Conflict[] {
  const found = new Map<string, Conflict>();
  for (const operation of queue) {
    const { progress } = operation;
    const proposal = proposalOf(operation);
    if (progress.state !== 'conflict' || proposal === null) continue;
    const mine = latestContent(queue, proposal);
    if (mine === null) continue;
    const earlier = found.get(proposal);
    const server =
      earlier && earlier.server.revision > progress.server.revision ? earlier.server : progress.server;
    found.set(proposal, { proposal, mine, server });
  }
  return [...found.values()];
}

/** Drops everything of this sheet that still waits for a choice; the record keeps it as settled. */
export function settleSheet(queue: Queue, proposal: string): Queue {
  return queue.map((operation) =>
    proposalOf(operation) === proposal && isOpen(operation)
      ? { ...operation, progress: { state: 'settled' } }
      : operation,
  );
}

/** The own version once more, now on top of the server's: what the judge had wanted to submit is submitted. */
export function redraft(
  queue: Queue,
  conflict: Conflict,
  identity: Pick<Draft, 'id' | 'madeAt'>,
): Draft | null {
  const own = queue.filter((one) => isOpen(one) && proposalOf(one) === conflict.proposal);
  const first = own[0];
  if (first === undefined) return null;
  const kind = own.some(({ act }) => act.kind === 'submit') ? 'submit' : 'save';
  return {
    ...identity,
    competition: first.competition,
    judge: first.judge,
    act: { ...conflict.mine, kind },
    base: conflict.server.revision,
    after: null,
  };
}

function latestContent(queue: Queue, proposal: string): SheetAct | null {
  let latest: SheetAct | null = null;
  for (const operation of queue) if (isOpen(operation)) latest = contentOf(operation, proposal) ?? latest;
  return latest;
}

function contentOf({ act }: Operation, proposal: string): SheetAct | null {
  return (act.kind === 'save' || act.kind === 'submit') && act.proposal === proposal ? act : null;
}
