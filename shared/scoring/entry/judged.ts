import { itemAt } from '../item.ts';
import type { Rational } from '../numbers/rational.ts';
import { multiply, sum } from '../numbers/rational.ts';
import type { Method } from '../panel/panel-value.ts';
import { panelValue, roundAt } from '../panel/panel-value.ts';
import type { JudgedStage, StageCriterion, Table } from '../table/types.ts';
import type { Copies, CriterionPoints, JudgedOutcome } from './types.ts';

/** One entry's points at one judged stage, before the stage's weight. */
export function judgedOutcome(
  table: Table,
  stage: JudgedStage,
  entry: number,
  copies: Copies,
  method: Method,
): JudgedOutcome {
  const byCriterion = table.rules.unit === 'criterion';
  const validRows = rowsOf(stage, entry, copies, (row) =>
    byCriterion ? hasMark(stage, row) : stage.complete[row] === 1,
  );
  if (!byCriterion) {
    const totals = 'sheet' in method.round ? stage.roundedTotals : stage.totals;
    const partyOf = (row: number): number => itemAt(table.judges, itemAt(stage.judge, row)).partyIndex;
    const sheets = panelValue(totals, validRows, partyOf, method);
    const value = validRows.length < table.rules.quorum ? null : sheets.rounded;
    return { kind: 'judged', stage, validRows, sheets, criteria: [], value };
  }
  const criteria = criteriaOf(table, stage, entry).map((index) =>
    criterionPoints(table, stage, validRows, index, method),
  );
  return { kind: 'judged', stage, validRows, sheets: null, criteria, value: sumOfCriteria(criteria) };
}

/** The rows of an entry that pass, as often as their judge counts. */
export function rowsOf(
  stage: JudgedStage,
  entry: number,
  copies: Copies,
  passes: (row: number) => boolean,
): number[] {
  const rows: number[] = [];
  const end = itemAt(stage.firstRow, entry + 1);
  for (let row = itemAt(stage.firstRow, entry); row < end; row += 1) {
    if (!passes(row)) continue;
    const times = copies === null ? 1 : itemAt(copies, itemAt(stage.judge, row));
    for (let i = 0; i < times; i += 1) rows.push(row);
  }
  return rows;
}

/** Indices of the stage's criteria that the entry is marked by. */
export function criteriaOf(table: Table, { criteria }: JudgedStage, entry: number): number[] {
  const { track } = itemAt(table.entries, entry);
  return criteria.flatMap((c, index) => (c.track === null || c.track === track ? [index] : []));
}

/** The cells of one criterion in some rows; with `given` only those with a mark. */
export function cellsOf(stage: JudgedStage, rows: readonly number[], criterion: number): number[] {
  const cells = rows.map((row) => row * stage.criteria.length + criterion);
  return cells.filter((cell) => stage.given[cell] === 1);
}

function hasMark(stage: JudgedStage, row: number): boolean {
  const width = stage.criteria.length;
  return stage.given.subarray(row * width, (row + 1) * width).includes(1);
}

function criterionPoints(
  table: Table,
  stage: JudgedStage,
  rows: readonly number[],
  index: number,
  method: Method,
): CriterionPoints {
  const criterion: StageCriterion = itemAt(stage.criteria, index);
  const cells = cellsOf(stage, rows, index);
  const judgeOf = (cell: number): number => itemAt(stage.judge, Math.floor(cell / stage.criteria.length));
  const partyOf = (cell: number): number => itemAt(table.judges, judgeOf(cell)).partyIndex;
  const panel = panelValue(stage.marks, cells, partyOf, method);
  const enough = cells.length >= table.rules.quorum;
  const scaled = enough && panel.rounded ? multiply(panel.rounded, criterion.factor) : null;
  return { criterion, panel, scaled, rounded: scaled && roundAt(scaled, 'factor', method.round) };
}

function sumOfCriteria(criteria: readonly CriterionPoints[]): Rational | null {
  const points = criteria.flatMap(({ rounded }) => (rounded === null ? [] : [rounded]));
  return points.length === criteria.length ? sum(points) : null;
}
