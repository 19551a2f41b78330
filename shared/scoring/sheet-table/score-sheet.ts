import type { Sheet } from '../scorebook/types.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { CellPlace } from './grid.ts';
import { cellName } from './grid.ts';
import type { HeadedTable, TableRow } from './headed-table.ts';
import type { Projects, SheetProject } from './projects.ts';
import type { ScoreColumns } from './score-columns.ts';
import { fixedPlaces } from './shown-number.ts';
import { typedMark } from './typed-mark.ts';

/** One sheet of the scorebook and the cells it was read from. */
export type PlacedSheet = {
  readonly sheet: Sheet;
  readonly place: CellPlace;
  /** By criterion id. */
  readonly marks: ReadonlyMap<string, CellPlace>;
  /** The total as the table states it. */
  readonly total: StatedNumber | null;
};

/** A number that the table states and that can be computed: a total, a score, a rank. */
export type StatedNumber = {
  readonly text: string;
  /** The decimals that the cell shows; null where its format does not say. */
  readonly dp: number | null;
  readonly place: CellPlace;
};

/** What a table states of the result of one project. */
export type StatedResult = {
  readonly project: string;
  readonly score: StatedNumber | null;
  readonly rank: StatedNumber | null;
};

/** Everything that the score sheet says. Judges and sheets stand in the order of the table. */
export type ScoreSheet = {
  readonly projects: Projects;
  /** Where each judge is named first. */
  readonly judges: ReadonlyMap<string, CellPlace>;
  readonly sheets: readonly PlacedSheet[];
  readonly stated: readonly StatedResult[];
  /** Cells that store more decimals than they show. */
  readonly shortened: readonly CellPlace[];
  /** Rows that are no projects: means, notes, lines to sign. */
  readonly footnotes: readonly number[];
  readonly unused: readonly string[];
  readonly faults: readonly CellFault[];
};

/** What both kinds of score sheet gather while they read their rows. */
export class ScoreSheetReader {
  readonly faults: CellFault[] = [];
  readonly shortened: CellPlace[] = [];
  readonly footnotes: number[] = [];
  readonly sheets: PlacedSheet[] = [];
  readonly judges = new Map<string, CellPlace>();
  readonly stated = new Map<string, StatedResult>();
  readonly #first = new Map<string, CellPlace>();

  readonly table: HeadedTable;
  readonly columns: ScoreColumns;
  readonly projects: Projects;

  constructor(table: HeadedTable, columns: ScoreColumns, projects: Projects) {
    this.table = table;
    this.columns = columns;
    this.projects = projects;
    this.faults.push(...table.faults);
  }

  /** Adds a sheet; a second one of the same judge for the same project is a fault. */
  add(placed: PlacedSheet): void {
    const { judge, entry } = placed.sheet;
    const key = JSON.stringify([judge, entry]);
    const first = this.#first.get(key);
    if (first !== undefined) {
      const values = { judge, project: entry, first: cellName(first) };
      this.faults.push(cellFault(placed.place, 'duplicate_sheet', values));
    } else {
      this.#first.set(key, placed.place);
      this.sheets.push(placed);
    }
  }

  /** Notes the result that a row states for its project. */
  state(row: TableRow, { id }: SheetProject): void {
    const { score, rank } = this.columns.of;
    const known = this.stated.get(id);
    const stated = {
      project: id,
      score: known?.score ?? statedNumber(row, score?.column),
      rank: known?.rank ?? statedNumber(row, rank?.column),
    };
    if (stated.score !== null || stated.rank !== null) this.stated.set(id, stated);
  }

  finish(): ScoreSheet {
    const { projects, judges, sheets, stated, shortened, footnotes, faults } = this;
    if (faults.length === 0 && projects.byId.size === 0)
      faults.push(cellFault(this.table.sheet, 'no_projects'));
    const { unused } = this.columns;
    return { projects, judges, sheets, stated: [...stated.values()], shortened, footnotes, unused, faults };
  }
}

/** A number that stands in a column of results; null for none and for words such as 并列. */
export function statedNumber(row: TableRow, column: number | undefined): StatedNumber | null {
  if (column === undefined) return null;
  const cell = row.at(column);
  const mark = typedMark(cell);
  const dp = cell?.kind === 'number' ? fixedPlaces(cell.format) : null;
  return mark.kind === 'mark' ? { text: mark.text, dp, place: row.place(column) } : null;
}
