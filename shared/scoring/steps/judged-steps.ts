import type { CriterionPoints, JudgedOutcome } from '../entry/types.ts';
import { itemAt } from '../item.ts';
import { valueAt } from '../numbers/column.ts';
import { formatExact } from '../numbers/format.ts';
import { compare, ONE } from '../numbers/rational.ts';
import type { PanelValue } from '../panel/panel-value.ts';
import { rowOf } from '../table/cells.ts';
import type { JudgedStage, Table } from '../table/types.ts';
import type { PanelSource } from './panel-steps.ts';
import { judgeValues, panelSteps, roundSteps } from './panel-steps.ts';
import type { Step, StepPlace, ValuesStep } from './types.ts';

/** Unit `sheet`: the sheets, then the panel value. */
export function sheetSteps(table: Table, outcome: JudgedOutcome, panel: PanelValue, entry: number): Step[] {
  const { stage } = outcome;
  const source: PanelSource = {
    rules: table.rules,
    column: stage.roundedTotals.column,
    judgeOf: (row) => judgeId(table, stage, row),
    place: stage.id === null ? {} : { stage: stage.id },
  };
  const values = judgeValues(source, panel.indices).map((value, i) => {
    const before = valueAt(stage.totals.column, itemAt(panel.indices, i));
    const after = valueAt(stage.roundedTotals.column, itemAt(panel.indices, i));
    return compare(before, after) === 0 ? value : { ...value, exact: formatExact(before) };
  });
  const absent = absentJudges(table, stage, entry, (row) => stage.complete[row] === 1);
  return untilQuorum(
    table,
    { step: 'values', ...source.place, of: 'sheet', valid: values.length, values, absent },
    () => panelSteps(source, panel),
  );
}

/** Unit `criterion`: each criterion by itself, then their sum. */
export function criterionSteps(table: Table, outcome: JudgedOutcome, entry: number): Step[] {
  const { stage, criteria, value } = outcome;
  const steps = criteria.flatMap((points) => oneCriterion(table, stage, points, entry));
  if (value === null) return steps;
  const parts = criteria.map(({ criterion, rounded }) => ({
    id: itemAt(stage.criteria, criterion).id,
    value: rounded === null ? '' : formatExact(rounded),
  }));
  const place = stage.id === null ? {} : { stage: stage.id };
  return [...steps, { step: 'sum', ...place, of: 'criteria', parts, value: formatExact(value) }];
}

function oneCriterion(table: Table, stage: JudgedStage, points: CriterionPoints, entry: number): Step[] {
  const { panel, scaled } = points;
  const criterion = itemAt(stage.criteria, points.criterion);
  const place = { ...(stage.id === null ? {} : { stage: stage.id }), criterion: criterion.id };
  const source: PanelSource = {
    rules: table.rules,
    column: stage.marks.column,
    judgeOf: (cell) => judgeId(table, stage, rowOf(stage.marks, cell)),
    place,
  };
  const values = judgeValues(source, panel.indices);
  const absent = absentJudges(
    table,
    stage,
    entry,
    (row) => stage.given[row * stage.marks.perRow + points.criterion] === 1,
  );
  const first: ValuesStep = {
    step: 'values',
    ...place,
    of: 'criterion',
    valid: values.length,
    values,
    absent,
  };
  return untilQuorum(table, first, () => {
    const steps = panelSteps(source, panel);
    if (scaled && panel.rounded && compare(criterion.factor, ONE) !== 0)
      steps.push({
        step: 'multiply',
        ...place,
        by: 'factor',
        from: formatExact(panel.rounded),
        times: formatExact(criterion.factor),
        value: formatExact(scaled),
      });
    return [...steps, ...roundSteps(table.rules, 'factor', scaled, place)];
  });
}

/** The values, then either the steps that follow or the quorum that stops them. */
function untilQuorum({ rules }: Table, values: ValuesStep, next: () => Step[]): Step[] {
  const { valid, stage, criterion } = values;
  if (valid >= rules.quorum) return [values, ...next()];
  const place: StepPlace = { ...(stage && { stage }), ...(criterion && { criterion }) };
  return [values, { step: 'quorum', ...place, valid, quorum: rules.quorum }];
}

/** Judges with a sheet that gives no value here; a mark that is null counts as `incomplete`. */
function absentJudges(
  table: Table,
  stage: JudgedStage,
  entry: number,
  gives: (row: number) => boolean,
): ValuesStep['absent'] {
  const absent: ValuesStep['absent'][number][] = [];
  const end = itemAt(stage.firstRow, entry + 1);
  for (let row = itemAt(stage.firstRow, entry); row < end; row += 1)
    if (!gives(row))
      absent.push({ judge: judgeId(table, stage, row), reason: itemAt(stage.absent, row) ?? 'incomplete' });
  return absent;
}

function judgeId(table: Table, stage: JudgedStage, row: number): string {
  return itemAt(table.judges, itemAt(stage.judge, row)).id;
}
