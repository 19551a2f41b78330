import { cellFault } from './faults.ts';
import { cellName } from './grid.ts';
import type { HeadedTable, TableRow } from './headed-table.ts';
import type { SheetProject } from './projects.ts';
import { isFootnote, Projects } from './projects.ts';
import type { ScoreColumns } from './score-columns.ts';
import type { ScoreSheet } from './score-sheet.ts';
import { ScoreSheetReader } from './score-sheet.ts';
import { typedMark } from './typed-mark.ts';

/** The one criterion of a table of totals. */
export const TOTAL = '总分';

/** Reads a table of totals: a row per project, a column per judge. `blank`: whether an empty cell is a fault. */
export function readTotals(table: HeadedTable, columns: ScoreColumns, blank: 'fault' | 'none'): ScoreSheet {
  const reader = new ScoreSheetReader(table, columns, new Projects(columns));
  for (const { title, column } of columns.marks)
    reader.judges.set(title, { sheet: table.sheet, row: table.heading, column });
  if (columns.marks.length === 0) reader.faults.push(cellFault(table.sheet, 'no_columns', { what: '评委' }));
  for (const row of table.rows) readProject(reader, row, blank);
  return reader.finish();
}

function readProject(reader: ScoreSheetReader, row: TableRow, blank: 'fault' | 'none'): void {
  const { columns, projects, faults } = reader;
  const cells = columns.marks.map(({ title, column }) => ({
    judge: title,
    place: row.place(column),
    mark: typedMark(row.at(column)),
  }));
  const status = typedMark(row.at(columns.of.status?.column));
  const said = [status, ...cells.map(({ mark }) => mark)];
  const readable = said.some(({ kind }) => kind !== 'empty' && kind !== 'fault');
  if (isFootnote(row, columns, readable)) return void reader.footnotes.push(row.place().row);
  const known = projects.byId.size;
  const project = projects.ofRow(row, faults);
  const place = row.place(columns.of.project?.column);
  if (project === null) return void faults.push(cellFault(place, 'no_project'));
  if (projects.byId.size === known) {
    const values = { first: cellName(project.place), id: project.id };
    return void faults.push(cellFault(place, 'duplicate_project', values));
  }
  reader.state(row, project);
  const exclusion = said.find((one) => one.kind === 'excluded');
  if (exclusion !== undefined) project.excluded = { kind: exclusion.exclusion };
  if (cells.every(({ mark }) => mark.kind === 'empty')) {
    if (exclusion === undefined) faults.push(cellFault(place, 'no_mark_in_row'));
    return;
  }
  const empty = exclusion === undefined ? blank : 'none';
  for (const cell of cells) readCell(reader, project, cell, empty);
}

function readCell(
  reader: ScoreSheetReader,
  project: SheetProject,
  {
    judge,
    place,
    mark,
  }: { judge: string; place: ReturnType<TableRow['place']>; mark: ReturnType<typeof typedMark> },
  blank: 'fault' | 'none',
): void {
  const who = { judge, entry: project.id };
  if (mark.kind === 'fault') reader.faults.push(cellFault(place, mark.code, mark.values));
  else if (mark.kind === 'empty' && blank === 'fault') reader.faults.push(cellFault(place, 'empty_mark'));
  else if (mark.kind === 'absent')
    reader.add({ sheet: { ...who, absent: mark.reason }, place, marks: new Map(), total: null });
  else if (mark.kind === 'mark') {
    if (mark.shortened) reader.shortened.push(place);
    const sheet = { ...who, marks: { [TOTAL]: mark.text } };
    reader.add({ sheet, place, marks: new Map([[TOTAL, place]]), total: null });
  }
}
