import type { Absence } from '../scorebook/types.ts';
import { cellFault } from './faults.ts';
import type { CellPlace } from './grid.ts';
import type { HeadedTable, TableRow } from './headed-table.ts';
import type { SheetProject } from './projects.ts';
import { isFootnote, Projects } from './projects.ts';
import type { ScoreColumns } from './score-columns.ts';
import type { ScoreSheet } from './score-sheet.ts';
import { ScoreSheetReader, statedNumber } from './score-sheet.ts';
import type { TypedMark } from './typed-mark.ts';
import { typedMark } from './typed-mark.ts';
import { cellText } from './typed-text.ts';

/** A column that holds the marks of one criterion. */
export type CriterionColumn = { readonly id: string; readonly column: number };

/** How a table of sheets is to be read. */
export type SheetsReading = {
  readonly criteria: readonly CriterionColumn[];
  /** Whether projects of a track (empty: none) are marked by a criterion. */
  readonly applies: (criterion: string, track: string) => boolean;
  /** Whether a row without a mark is a fault. */
  readonly blank: 'fault' | 'none';
};

type Cell = { readonly id: string; readonly place: CellPlace; readonly mark: TypedMark };

/** Reads a table of sheets: a row per project and judge, a column per criterion. */
export function readSheetRows(table: HeadedTable, columns: ScoreColumns, reading: SheetsReading): ScoreSheet {
  const reader = new ScoreSheetReader(table, columns, new Projects(columns));
  if (reading.criteria.length === 0)
    reader.faults.push(cellFault(table.sheet, 'no_columns', { what: '指标' }));
  for (const row of table.rows) readRow(reader, row, reading);
  return reader.finish();
}

function readRow(reader: ScoreSheetReader, row: TableRow, { criteria, applies, blank }: SheetsReading): void {
  const { columns, projects, faults } = reader;
  const all = criteria.map(({ id, column }): Cell => ({
    id,
    place: row.place(column),
    mark: typedMark(row.at(column)),
  }));
  const status = statusOf(row, columns);
  const said = [status, ...all.map(({ mark }) => mark)];
  const readable = said.some(({ kind }) => kind !== 'empty' && kind !== 'fault');
  if (isFootnote(row, columns, readable)) return void reader.footnotes.push(row.place().row);
  const project = projects.ofRow(row, faults);
  if (project === null)
    return void faults.push(cellFault(row.place(columns.of.project?.column), 'no_project'));
  reader.state(row, project);
  const exclusion = said.find((one) => one.kind === 'excluded');
  if (exclusion !== undefined) return void (project.excluded = { kind: exclusion.exclusion });
  const judgeAt = row.place(columns.of.judge?.column);
  const judge = cellText(row.at(columns.of.judge?.column));
  if (judge === '') return void faults.push(cellFault(judgeAt, 'no_judge'));
  if (!reader.judges.has(judge)) reader.judges.set(judge, judgeAt);
  const cells = all.filter(({ id, mark }) => applies(id, project.track) || mark.kind !== 'empty');
  if (cells.some(({ mark }) => mark.kind === 'mark'))
    readMarks(reader, row, { judge, project, cells, status });
  else readAbsence(reader, judge, project, cells, status, blank);
}

/** Words beside the marks; those that only say what the rules did with the sheet say nothing here. */
function statusOf(row: TableRow, { of }: ScoreColumns): TypedMark {
  const mark = typedMark(row.at(of.status?.column));
  return mark.kind === 'absent' || mark.kind === 'excluded' ? mark : { kind: 'empty' };
}

type MarkedRow = { judge: string; project: SheetProject; cells: readonly Cell[]; status: TypedMark };

function readMarks(
  reader: ScoreSheetReader,
  row: TableRow,
  { judge, project, cells, status }: MarkedRow,
): void {
  const { faults, shortened, columns } = reader;
  const marks: Record<string, string | null> = {};
  if (status.kind === 'absent') faults.push(cellFault(row.place(columns.of.status?.column), 'mixed_row'));
  for (const { id, place, mark } of cells) {
    marks[id] = mark.kind === 'mark' ? mark.text : null;
    if (mark.kind === 'fault') faults.push(cellFault(place, mark.code, mark.values));
    if (mark.kind === 'empty') faults.push(cellFault(place, 'empty_part'));
    if (mark.kind === 'mark' && mark.shortened) shortened.push(place);
    if (mark.kind === 'absent' && mark.reason !== 'incomplete') faults.push(cellFault(place, 'mixed_row'));
  }
  reader.add({
    sheet: { judge, entry: project.id, marks },
    place: row.place(columns.of.judge?.column),
    marks: new Map(cells.map(({ id, place }) => [id, place])),
    total: statedNumber(row, columns.of.total?.column),
  });
}

function readAbsence(
  reader: ScoreSheetReader,
  judge: string,
  project: SheetProject,
  cells: readonly Cell[],
  status: TypedMark,
  blank: 'fault' | 'none',
): void {
  const [first] = cells;
  const broken = cells.filter(({ mark }) => mark.kind === 'fault');
  for (const { place, mark } of broken)
    if (mark.kind === 'fault') reader.faults.push(cellFault(place, mark.code, mark.values));
  if (broken.length > 0 || first === undefined) return;
  const reasons = [status, ...cells.map(({ mark }) => mark)].flatMap((mark): Absence[] =>
    mark.kind === 'absent' ? [mark.reason] : [],
  );
  const [reason] = reasons;
  if (reason !== undefined)
    reader.add({
      sheet: { judge, entry: project.id, absent: reason },
      place: first.place,
      marks: new Map(),
      total: null,
    });
  else if (blank === 'fault' && cells.every(({ mark }) => mark.kind === 'empty'))
    reader.faults.push(cellFault(first.place, 'empty_mark'));
}
