import { itemAt } from '../item.ts';
import type { Column } from '../numbers/column.ts';
import { columnOf } from '../numbers/column.ts';
import type { Rational } from '../numbers/rational.ts';
import { leastCommonMultiple } from '../numbers/rational.ts';
import type { Cells } from '../table/cells.ts';
import { roundedColumn } from '../table/marks.ts';
import type { JudgedStage, Table } from '../table/types.ts';

/** The table of one entry alone, so that changing one of its sheets is cheap. */
export function oneEntry(table: Table, entry: number): Table {
  return {
    ...table,
    entries: [itemAt(table.entries, entry)],
    stages: table.stages.map((stage) =>
      stage.kind === 'judged'
        ? rowsOfEntry(stage, entry)
        : { ...stage, votes: stage.votes.slice(entry, entry + 1) },
    ),
  };
}

/** The same table with another total on one sheet of the stage, rounded at `sheet` as the rules say. */
export function withTotal(table: Table, stage: JudgedStage, row: number, total: Rational): Table {
  const terms = table.judges.length;
  const totals = replaced(stage.totals.column, row, total, terms);
  const changed: JudgedStage = {
    ...stage,
    totals: { ...stage.totals, column: totals },
    roundedTotals: {
      ...stage.roundedTotals,
      column: roundedColumn(totals, table.rules.round.sheet, terms),
    },
  };
  return { ...table, stages: table.stages.map((one) => (one === stage ? changed : one)) };
}

function replaced({ integers, scale }: Column, row: number, total: Rational, terms: number): Column {
  const finer = leastCommonMultiple(scale, total.d);
  const scaled = Array.from<number | bigint, bigint>(integers, (x) => BigInt(x) * (finer / scale));
  scaled[row] = total.n * (finer / total.d);
  return columnOf(scaled, finer, terms);
}

function rowsOfEntry(stage: JudgedStage, entry: number): JudgedStage {
  const first = itemAt(stage.firstRow, entry);
  const end = itemAt(stage.firstRow, entry + 1);
  const cells = ({ column, perRow, rowParty }: Cells): Cells => ({
    column: { ...column, integers: column.integers.slice(first * perRow, end * perRow) },
    perRow,
    rowParty: rowParty.slice(first, end),
  });
  return {
    ...stage,
    firstRow: Int32Array.of(0, end - first),
    judge: stage.judge.slice(first, end),
    absent: stage.absent.slice(first, end),
    rubric: [itemAt(stage.rubric, entry)],
    given: stage.given.slice(first * stage.marks.perRow, end * stage.marks.perRow),
    complete: stage.complete.slice(first, end),
    valid: stage.valid.slice(first, end),
    marks: cells(stage.marks),
    totals: cells(stage.totals),
    roundedTotals: cells(stage.roundedTotals),
  };
}
