import { itemAt } from '../item.ts';
import type { Rational } from '../numbers/rational.ts';
import { multiply, sum } from '../numbers/rational.ts';
import type { Method } from '../panel/panel-value.ts';
import { panelValue, roundAt } from '../panel/panel-value.ts';
import type { ExactRules, JudgedStage } from '../table/types.ts';
import type { Copies, CriterionPoints, JudgedOutcome } from './types.ts';

/** One entry's points at one judged stage, before the stage's weight. */
export function judgedOutcome(
  rules: ExactRules,
  stage: JudgedStage,
  entry: number,
  copies: Copies,
  method: Method,
): JudgedOutcome {
  const rows = validRows(stage, entry, copies);
  if (rules.unit === 'sheet') {
    const sheets = panelValue('sheet' in method.round ? stage.roundedTotals : stage.totals, rows, method);
    const value = rows.length < rules.quorum ? null : sheets.rounded;
    return { kind: 'judged', stage, validRows: rows, sheets, criteria: [], value };
  }
  const criteria = itemAt(stage.rubric, entry).map((index) =>
    criterionPoints(rules, stage, rows, index, method),
  );
  return { kind: 'judged', stage, validRows: rows, sheets: null, criteria, value: sumOfCriteria(criteria) };
}

/** The rows of an entry's valid sheets, as often as their judge counts. */
export function validRows({ firstRow, judge, valid }: JudgedStage, entry: number, copies: Copies): number[] {
  const rows: number[] = [];
  const end = itemAt(firstRow, entry + 1);
  for (let row = itemAt(firstRow, entry); row < end; row += 1) {
    if (valid[row] !== 1) continue;
    const times = copies === null ? 1 : itemAt(copies, itemAt(judge, row));
    for (let i = 0; i < times; i += 1) rows.push(row);
  }
  return rows;
}

/** The cells of one criterion in some rows that hold a mark. */
export function markCells(
  { marks, given }: JudgedStage,
  rows: readonly number[],
  criterion: number,
): number[] {
  const cells: number[] = [];
  for (const row of rows) {
    const cell = row * marks.perRow + criterion;
    if (given[cell] === 1) cells.push(cell);
  }
  return cells;
}

function criterionPoints(
  rules: ExactRules,
  stage: JudgedStage,
  rows: readonly number[],
  index: number,
  method: Method,
): CriterionPoints {
  const criterion = itemAt(stage.criteria, index);
  const cells = markCells(stage, rows, index);
  const panel = panelValue(stage.marks, cells, method);
  const enough = cells.length >= rules.quorum;
  const scaled = enough && panel.rounded ? multiply(panel.rounded, criterion.factor) : null;
  return { criterion: index, panel, scaled, rounded: scaled && roundAt(scaled, 'factor', method.round) };
}

function sumOfCriteria(criteria: readonly CriterionPoints[]): Rational | null {
  const points = criteria.flatMap(({ rounded }) => (rounded === null ? [] : [rounded]));
  return points.length === criteria.length ? sum(points) : null;
}
