import type { Marks } from '../../shared/contract/common.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { Sheet } from '../../shared/contract/judging.ts';

/** A judge sits down. The code tells people apart and proves nothing, so it may lie in the journal. */
export interface SignIn {
  kind: 'sign-in';
  code: string;
}

/** The whole sheet travels, marks as decimal strings; an empty cell has no key. */
export interface SheetAct {
  kind: 'save' | 'submit';
  proposal: string;
  marks: Marks;
  comment: string;
}

export interface Recusal {
  kind: 'recuse';
  proposal: string;
  reason: string;
}

export type Act = SignIn | SheetAct | Recusal;

/** What the server answered when it had committed the operation. */
export interface Acknowledgement {
  /** Epoch of the server that answered: another one since then means that the server may have forgotten. */
  epoch: string;
  revision: number;
  /** Server time, milliseconds. */
  at: number;
  /** The sheet as the server holds it; null for a sign-in and for a save, whose content the operation has itself. */
  sheet: Sheet | null;
}

/**
 * Where an operation stands. `waiting` has `known` when it was acknowledged before and is being confirmed with a
 * server that started anew, and `early`, the server's words, when it does not take the operation yet; `settled` is kept for the record and is never sent again.
 */
export type Progress =
  | { state: 'waiting'; known: Acknowledgement | null; early?: string }
  | { state: 'acknowledged'; reply: Acknowledgement }
  | { state: 'conflict'; server: Sheet }
  | { state: 'returned'; code: ErrorCode; message: string }
  | { state: 'settled' };

/** One act of one judge on this device, kept until the archive is made. */
export interface Operation {
  id: string;
  /** Place in the journal of this device. */
  seq: number;
  competition: string;
  judge: string;
  act: Act;
  /** Revision of the sheet that the judge had in view. */
  base: number;
  /** Own earlier operation this one builds on, while its revision is not known yet; it goes first. */
  after: string | null;
  /** Sent at least once: the server may know the body, so it never changes again. */
  sent: boolean;
  /** Milliseconds by this device's clock, for information only. */
  madeAt: number;
  progress: Progress;
}

/** An operation about to be recorded; what it builds on is what the judge had in view. */
export type Draft = Pick<Operation, 'id' | 'competition' | 'judge' | 'act' | 'base' | 'after' | 'madeAt'>;

/** The project an operation is about, null for a sign-in. */
export const proposalOf = ({ act }: Pick<Operation, 'act'>): string | null =>
  act.kind === 'sign-in' ? null : act.proposal;

export const isWaiting = (operation: Operation): boolean => operation.progress.state === 'waiting';

/** The server does not take it yet, e.g. before the project is called; it is sent again until it is taken. */
export const isEarly = ({ progress }: Operation): boolean =>
  progress.state === 'waiting' && progress.early !== undefined;

/** Neither acknowledged nor settled: the device still has to do something about it. */
export const isOpen = ({ progress }: Operation): boolean =>
  progress.state !== 'acknowledged' && progress.state !== 'settled';
