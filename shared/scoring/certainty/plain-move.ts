import type { Rational } from '../numbers/rational.ts';
import { leastCommonMultiple } from '../numbers/rational.ts';
import { trimOf } from '../panel/kept-values.ts';
import type { PlainRule } from '../panel/plain-rule.ts';
import type { JudgedStage } from '../table/types.ts';

/** A row whose total moves, in steps of `step` and by no more than `room`. */
export interface MovingRow {
  readonly row: number;
  readonly step: Rational;
  readonly room: { readonly down: bigint; readonly up: bigint };
}

/**
 * The value of an entry after one of its totals has moved by so many steps, in safe integers. Of the moved total and
 * the others, the trim keeps the inner ones of the others and the total itself, held between the two of the others
 * that the trim would else have kept or dropped. Null where the numbers are too large.
 */
export function plainMove(
  stage: JudgedStage,
  entry: number,
  rule: PlainRule,
  { row, step, room }: MovingRow,
): ((steps: number) => Rational) | null {
  const { integers, scale, largest } = stage.totals.column;
  const unit = leastCommonMultiple(scale, step.d);
  const stride = step.n * (unit / step.d);
  const finer = unit / scale;
  const count = validRows(stage, entry).length;
  const greatest = largest * finer + stride * (room.down > room.up ? room.down : room.up);
  if (!rule.isSafe(greatest, unit, count)) return null;
  const total = (one: number): number => Number(integers[one] ?? 0) * Number(finer);
  const others = validRows(stage, entry)
    .filter((other) => other !== row)
    .map(total)
    .sort((a, b) => a - b);
  const { low, high } = trimOf(rule.trim, count) ?? { low: 0, high: 0 };
  const inner = others.slice(low, others.length - high).reduce((sum, one) => sum + one, 0);
  const least = low === 0 ? Number.NEGATIVE_INFINITY : (others[low - 1] ?? 0);
  const most = high === 0 ? Number.POSITIVE_INFINITY : (others[others.length - high] ?? 0);
  const own = total(row);
  const kept = count - low - high;
  const d = BigInt(rule.denominator(kept, Number(unit)));
  return (steps) => {
    const moved = own + steps * Number(stride);
    const sum = inner + Math.min(Math.max(moved, least), most);
    return { n: BigInt(rule.numerator(sum, kept, Number(unit))), d };
  };
}

function validRows({ firstRow, valid }: JudgedStage, entry: number): number[] {
  const rows: number[] = [];
  for (let row = firstRow[entry] ?? 0; row < (firstRow[entry + 1] ?? 0); row += 1)
    if (valid[row] === 1) rows.push(row);
  return rows;
}
