import type { Adjustment } from '../scorebook/types.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { CellPlace, Grid } from './grid.ts';
import { cellName } from './grid.ts';
import { headedTable } from './headed-table.ts';
import type { Projects } from './projects.ts';
import { typedMark } from './typed-mark.ts';
import { cellText, plainText } from './typed-text.ts';

/** The sheet 评委: each judge's party and the cell of it; null: there is no such list. */
export type JudgeList = ReadonlyMap<string, { readonly party: string; readonly place: CellPlace }>;

const JUDGE: ReadonlySet<string> = new Set(['评委', '评委姓名']);
const PROJECT: ReadonlySet<string> = new Set(['项目', '项目名称', '编号', '项目编号']);

export function readJudgeList(grid: Grid | null, faults: CellFault[]): JudgeList | null {
  const table = grid === null ? null : headedTable(grid, JUDGE);
  if (table === null || table.rows.length === 0) return null;
  faults.push(...table.faults);
  const column = table.columns.find(({ key }) => JUDGE.has(key))?.column;
  const party = table.columns.find(({ key }) => key === '来源' || key === '评委来源')?.column;
  const judges = new Map<string, { party: string; place: CellPlace }>();
  for (const row of table.rows) {
    const id = cellText(row.at(column));
    const earlier = judges.get(id);
    if (id === '') faults.push(cellFault(row.place(column), 'missing_value', { what: '评委' }));
    else if (earlier !== undefined)
      faults.push(
        cellFault(row.place(column), 'twice', { first: cellName({ ...earlier.place, column: column ?? 0 }) }),
      );
    else judges.set(id, { party: plainText(cellText(row.at(party))), place: row.place(party) });
  }
  return judges;
}

/** An adjustment and where its points stand. */
export type PlacedAdjustment = { readonly adjustment: Adjustment; readonly place: CellPlace };

/** The sheet 加减分: project, points (`-2` takes away), reason; none of them may be left out. */
export function readAdjustments(
  grid: Grid | null,
  projects: Projects,
  faults: CellFault[],
): PlacedAdjustment[] {
  const table = grid === null ? null : headedTable(grid, PROJECT);
  if (table === null) return [];
  faults.push(...table.faults);
  const columnOf = (...names: string[]): number | undefined =>
    table.columns.find(({ key }) => names.includes(key))?.column;
  const [project, points, reason] = [
    columnOf(...PROJECT),
    columnOf('分值', '加减分'),
    columnOf('原因', '理由'),
  ];
  return table.rows.flatMap((row): PlacedAdjustment[] => {
    const text = cellText(row.at(project));
    const entry = projects.named(text);
    const mark = typedMark(row.at(points));
    const why = cellText(row.at(reason));
    if (entry === null) faults.push(cellFault(row.place(project), 'unknown_name', { text, what: '项目' }));
    if (mark.kind !== 'mark')
      faults.push(cellFault(row.place(points), 'not_number', { text: cellText(row.at(points)) }));
    if (why === '') faults.push(cellFault(row.place(reason), 'missing_value', { what: '原因' }));
    if (entry === null || mark.kind !== 'mark' || why === '') return [];
    return [{ adjustment: { entry: entry.id, points: mark.text, reason: why }, place: row.place(points) }];
  });
}
