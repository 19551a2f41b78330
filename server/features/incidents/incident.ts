import type { Effect } from '../../../shared/contract/incidents.ts';
import type { ActionName } from '../../../shared/ledger/actions.ts';
import type { LedgerEntry } from '../../../shared/ledger/entry.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';

/** Where an incident happens, and for whom. `db`: committed state for a preview, the transaction for the act. */
export interface Place {
  context: Context;
  db: Db;
  competition: string;
  /** May see the marks of a locked sheet. */
  seesMarks: boolean;
}

/** Who does it: account ids. `approver`: the second person; null where nobody stood by. */
export interface By {
  officer: string;
  approver: string | null;
  operation: string;
}

/** An act that takes two people. */
export interface Incident<Change> {
  /** What is approved. */
  act: ActionName;
  /**
   * What it would change now; asked again in the transaction, where it must not have changed.
   * @throws ContractError where it is not possible, with the way on
   */
  effect(place: Place, change: Change): Promise<Effect>;
  perform(place: Place, change: Change, by: By): Promise<LedgerEntry>;
}
