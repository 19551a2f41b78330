import type { Criterion } from '../scorebook/types.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { CellPlace, Grid } from './grid.ts';
import { cellName } from './grid.ts';
import type { HeadedTable, TableRow, TitledColumn } from './headed-table.ts';
import { headedTable } from './headed-table.ts';
import { typedWeight } from './key-value.ts';
import type { CriterionColumn } from './sheets-table.ts';
import { typedMark } from './typed-mark.ts';
import { cellText, headingText, plainText } from './typed-text.ts';

/** A criterion and where its parts are said, by property. */
export type PlacedCriterion = {
  readonly criterion: Criterion;
  readonly places: Readonly<Record<string, CellPlace>>;
};

export type SheetCriteria = {
  readonly criteria: readonly PlacedCriterion[];
  readonly columns: readonly CriterionColumn[];
  readonly faults: readonly CellFault[];
};

const NAME = ['指标', '指标名称', '评审指标'];
const PARTS = {
  max: ['满分', '分值'],
  min: ['最低分'],
  step: ['间隔', '分值间隔'],
  factor: ['系数', '权重'],
};
const TRACK = ['类别', '项目类别'];

/**
 * The criteria of a table of sheets. Without a sheet 指标 the columns are the criteria, their full marks in brackets:
 * `需求与社区匹配（20）`. With it, every column must be one of its criteria and every criterion a column.
 */
export function readCriteria(
  grid: Grid | null,
  marks: readonly TitledColumn[],
  heading: CellPlace,
): SheetCriteria {
  const table = grid === null ? null : headedTable(grid, new Set(NAME));
  if (table === null || table.rows.length === 0) return fromHeadings(marks, heading);
  const faults: CellFault[] = [...table.faults];
  const criteria = table.rows.flatMap((row) => criterionOf(table, row, faults));
  return { criteria, columns: matched(criteria, marks, heading, faults), faults };
}

/** The first criterion of the sheet 指标; null where it lists none. */
export function firstCriterion(grid: Grid | null): CellPlace | null {
  const [row] = (grid === null ? null : headedTable(grid, new Set(NAME)))?.rows ?? [];
  return row?.place() ?? null;
}

function fromHeadings(marks: readonly TitledColumn[], heading: CellPlace): SheetCriteria {
  const all = marks.map(({ title, column }) => {
    const max = /\((?:满分)?(\d+(?:\.\d+)?)分?\)/u.exec(plainText(title))?.[1];
    const id = title.replace(/[（(][^（()）]*[)）]/gu, '').trim() || title;
    const place = { ...heading, column };
    const criterion: Criterion = { id, ...(max === undefined ? {} : { max }) };
    return { placed: { criterion, places: { id: place, max: place } }, column: { id, column } };
  });
  return { criteria: all.map(({ placed }) => placed), columns: all.map(({ column }) => column), faults: [] };
}

function criterionOf(table: HeadedTable, row: TableRow, faults: CellFault[]): PlacedCriterion[] {
  const columnOf = (names: readonly string[]): number | undefined =>
    table.columns.find(({ key }) => names.includes(key))?.column;
  const name = columnOf(NAME);
  const id = cellText(row.at(name));
  if (id === '') {
    faults.push(cellFault(row.place(name), 'missing_value', { what: '指标名称' }));
    return [];
  }
  const places: Record<string, CellPlace> = { id: row.place(name) };
  const parts: Record<string, string> = {};
  for (const [part, names] of Object.entries(PARTS)) {
    const column = columnOf(names);
    const cell = row.at(column) ?? null;
    places[part] = row.place(column);
    if (cellText(cell) === '') continue;
    const mark = typedMark(cell);
    const value = part === 'factor' ? typedWeight(cell) : mark.kind === 'mark' ? mark.text : null;
    if (value !== null) parts[part] = value;
    else if (cellText(cell) !== '不限') {
      const code = part === 'factor' ? 'not_weight' : 'not_number';
      faults.push(cellFault(row.place(column), code, { text: cellText(cell) }));
    }
  }
  const track = cellText(row.at(columnOf(TRACK)));
  return [{ criterion: { id, ...parts, ...(track === '' ? {} : { track }) }, places }];
}

function matched(
  criteria: readonly PlacedCriterion[],
  marks: readonly TitledColumn[],
  heading: CellPlace,
  faults: CellFault[],
): CriterionColumn[] {
  const byKey = new Map<string, PlacedCriterion>();
  for (const placed of criteria) {
    const key = headingText(placed.criterion.id);
    const first = byKey.get(key)?.places.id;
    if (first === undefined) byKey.set(key, placed);
    else faults.push(cellFault(placed.places.id ?? heading, 'twice', { first: cellName(first) }));
  }
  const columns = marks.flatMap(({ key, title, column }): CriterionColumn[] => {
    const found = byKey.get(key);
    if (found === undefined)
      faults.push(cellFault({ ...heading, column }, 'unknown_criterion', { text: title }));
    return found === undefined ? [] : [{ id: found.criterion.id, column }];
  });
  for (const { criterion, places } of byKey.values())
    if (!columns.some(({ id }) => id === criterion.id))
      faults.push(cellFault(places.id ?? heading, 'no_column', { text: criterion.id }));
  return columns;
}
