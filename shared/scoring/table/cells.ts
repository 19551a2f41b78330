import { itemAt } from '../item.ts';
import type { Column } from '../numbers/column.ts';

/** Values of the sheets of a stage: one per sheet (totals) or one per sheet and criterion (marks). */
export interface Cells {
  readonly column: Column;
  readonly perRow: number;
  /** The weighted party of each row's judge; 0 where none are weighted. */
  readonly rowParty: Int32Array;
}

/** The row that a cell belongs to. */
export function rowOf({ perRow }: Cells, index: number): number {
  return Math.floor(index / perRow);
}

export function partyOf(cells: Cells, index: number): number {
  return itemAt(cells.rowParty, rowOf(cells, index));
}
