import { markCells, validRows } from '../entry/judged.ts';
import type { Copies } from '../entry/types.ts';
import { itemAt } from '../item.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, multiply, ZERO } from '../numbers/rational.ts';
import { combine } from '../panel/combine.ts';
import { trim } from '../panel/trim.ts';
import type { Cells } from '../table/cells.ts';
import { rowOf } from '../table/cells.ts';
import type { ExactRules, JudgedStage, Table } from '../table/types.ts';

/**
 * What the judges of one party give an entry at a stage by themselves, unrounded: the combination of those of their
 * values that the trim leaves. The party need not be weighted. Null where nothing of it is left.
 */
export function partyPoints(
  { rules, judges }: Table,
  stage: JudgedStage,
  entry: number,
  party: string,
  copies: Copies,
): Rational | null {
  const rows = validRows(stage, entry, copies);
  const isOwn = (row: number): boolean => itemAt(judges, itemAt(stage.judge, row)).party === party;
  if (rules.unit === 'sheet') return ownValue(rules, stage.totals, rows, isOwn);
  let total = ZERO;
  for (const index of itemAt(stage.rubric, entry)) {
    const value = ownValue(rules, stage.marks, markCells(stage, rows, index), isOwn);
    if (value === null) return null;
    total = add(total, multiply(value, itemAt(stage.criteria, index).factor));
  }
  return total;
}

function ownValue(
  rules: ExactRules,
  cells: Cells,
  indices: readonly number[],
  isOwn: (row: number) => boolean,
): Rational | null {
  const own = (all: readonly number[]): number[] => all.filter((index) => isOwn(rowOf(cells, index)));
  const kept =
    rules.trim?.within === 'party'
      ? trim(cells.column, own(indices), rules.trim).kept
      : own(trim(cells.column, indices, rules.trim).kept);
  return kept.length === 0 ? null : combine(cells.column, kept, rules.combine);
}
