/** What a table program holds in one cell; null: nothing. */
export type GridCell =
  | null
  | { readonly kind: 'text'; readonly text: string }
  /** `format`: the number format of the cell, such as `General` or `0.00`. */
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  /** Neither text nor number: a date, TRUE, `#DIV/0!`, a formula that was never computed. */
  | { readonly kind: 'odd'; readonly what: OddCell; readonly text: string };

export type OddCell = 'date' | 'boolean' | 'error' | 'uncomputed';

/** One worksheet: `rows[r][c]` is the cell in row r + 1 and column c + 1; a merged cell stands at each of its places. */
export type Grid = {
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
};

/** A place in a workbook; row and column count from 0. */
export type CellPlace = { readonly sheet: string; readonly row: number; readonly column: number };

/** The name people read in the margin of the table: row 6, column 3 of 评分 → `评分!D7`. */
export function cellName({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${columnLetters(column)}${row + 1}`;
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
