import { cellsOf, criteriaOf, rowsOf } from '../entry/judged.ts';
import type { Copies } from '../entry/types.ts';
import { itemAt } from '../item.ts';
import type { Column } from '../numbers/column.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, multiply, ZERO } from '../numbers/rational.ts';
import { combine } from '../panel/combine.ts';
import { trim } from '../panel/trim.ts';
import type { JudgedStage, Table } from '../table/types.ts';

/**
 * What the judges of one party give an entry at a stage by themselves, unrounded: the combination of those of their
 * values that the trim leaves. The party need not be weighted. Null where nothing of it is left.
 */
export function partyPoints(
  table: Table,
  stage: JudgedStage,
  entry: number,
  party: string,
  copies: Copies,
): Rational | null {
  const { unit } = table.rules;
  const rows = rowsOf(stage, entry, copies, (row) => unit === 'criterion' || stage.complete[row] === 1);
  const isOwn = (row: number): boolean => itemAt(table.judges, itemAt(stage.judge, row)).party === party;
  if (unit === 'sheet') return ownValue(table, stage.totals, rows, isOwn);
  let total: Rational | null = null;
  for (const index of criteriaOf(table, stage, entry)) {
    const own = (cell: number): boolean => isOwn(Math.floor(cell / stage.criteria.length));
    const value = ownValue(table, stage.marks, cellsOf(stage, rows, index), own);
    if (value === null) return null;
    total = add(total ?? ZERO, multiply(value, itemAt(stage.criteria, index).factor));
  }
  return total;
}

function ownValue(
  { rules }: Table,
  column: Column,
  indices: readonly number[],
  isOwn: (index: number) => boolean,
): Rational | null {
  const kept =
    rules.trim?.within === 'party'
      ? trim(column, indices.filter(isOwn), rules.trim).kept
      : trim(column, indices, rules.trim).kept.filter(isOwn);
  return kept.length === 0 ? null : combine(column, kept, rules.combine);
}
