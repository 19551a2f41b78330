import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { CellPlace, Grid, GridCell } from './grid.ts';
import { cellName } from './grid.ts';
import { cellText, headingText } from './typed-text.ts';

/** A column of a table: its heading as typed and in the one form that headings are compared in. */
export type TitledColumn = { readonly column: number; readonly title: string; readonly key: string };

/** A table below a row of headings; rows without any content are left out. */
export type HeadedTable = {
  readonly sheet: string;
  readonly heading: number;
  readonly columns: readonly TitledColumn[];
  readonly rows: readonly TableRow[];
  readonly faults: readonly CellFault[];
};

/** One row; `at(column)` is its cell, `place(column)` where that is. */
export type TableRow = {
  readonly at: (column: number | undefined) => GridCell | undefined;
  readonly place: (column?: number) => CellPlace;
};

/** Titles and notes may stand above the headings. */
const ROWS_ABOVE = 15;

/**
 * The table whose heading row has one of `keys`; null where no row has. Of a heading merged over several rows the
 * lowest counts, since it names the single columns. A column with content and no heading is a fault.
 */
export function headedTable(grid: Grid, keys: ReadonlySet<string>): HeadedTable | null {
  const found = headingRow(grid, keys);
  if (found === null) return null;
  const below = grid.rows.slice(found + 1);
  const titles = grid.rows[found] ?? [];
  const width = Math.max(titles.length, ...below.map((row) => row.length));
  const columns: TitledColumn[] = [];
  const faults: CellFault[] = [];
  const first = new Map<string, string>();
  for (let column = 0; column < width; column += 1) {
    const title = cellText(titles[column]);
    const key = headingText(title);
    const place = { sheet: grid.name, row: found, column };
    const earlier = first.get(key);
    if (earlier !== undefined) faults.push(cellFault(place, 'two_columns', { first: earlier, title }));
    else if (key !== '') {
      first.set(key, cellName(place));
      columns.push({ column, title, key });
    } else if (below.some((row) => hasContent(row[column]))) faults.push(cellFault(place, 'no_title'));
  }
  const rows = below.flatMap((cells, index): TableRow[] => {
    if (!cells.some(hasContent)) return [];
    const place = (column = 0): CellPlace => ({ sheet: grid.name, row: found + 1 + index, column });
    return [{ at: (column) => (column === undefined ? undefined : cells[column]), place }];
  });
  return { sheet: grid.name, heading: found, columns, rows, faults };
}

const hasContent = (cell: GridCell | undefined): boolean => cell?.kind === 'odd' || cellText(cell) !== '';

function headingRow({ rows }: Grid, keys: ReadonlySet<string>): number | null {
  const keyAt = (row: number, column: number): string => headingText(cellText(rows[row]?.[column]));
  for (let row = 0; row < Math.min(rows.length, ROWS_ABOVE); row += 1) {
    const column = (rows[row] ?? []).findIndex((_, c) => keys.has(keyAt(row, c)));
    if (column < 0) continue;
    let last = row;
    while (keyAt(last + 1, column) === keyAt(row, column)) last += 1;
    return last;
  }
  return null;
}
