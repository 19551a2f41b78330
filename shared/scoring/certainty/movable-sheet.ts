import { officialMethod } from '../entry/method.ts';
import { entryOutcome } from '../entry/outcome.ts';
import { itemAt } from '../item.ts';
import { valueAt } from '../numbers/column.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, divide, multiply, rational, subtract } from '../numbers/rational.ts';
import type { Scorebook } from '../scorebook/types.ts';
import type { Table } from '../table/types.ts';
import { oneEntry, withTotal } from './one-entry.ts';
import { totalScale } from './scale.ts';

/** An unbounded scale is searched this many steps upwards. */
const FAR = 2_000n;

/** A valid sheet of one judge whose total can be moved in steps of its scale. */
export interface MovableSheet {
  readonly entry: number;
  readonly step: Rational;
  /** Steps down to the least total and up to the greatest. */
  readonly room: { readonly down: bigint; readonly up: bigint };
  /** The entry's value after moving the total by so many steps; negative is down. */
  readonly valueAfter: (steps: bigint) => Rational | null;
}

/** The judge's valid sheets of an entry, one per judged stage. */
export function movableSheets(
  scorebook: Scorebook,
  table: Table,
  entry: number,
  judge: number,
): MovableSheet[] {
  const method = officialMethod(table.rules);
  const alone = oneEntry(table, entry);
  return alone.stages.flatMap((stage, index): MovableSheet[] => {
    const whole = itemAt(table.stages, index);
    if (stage.kind !== 'judged' || whole.kind !== 'judged') return [];
    const row = stage.judge.indexOf(judge);
    const scale = totalScale(scorebook, whole, entry);
    if (row < 0 || stage.valid[row] !== 1 || scale === null) return [];
    const total = valueAt(stage.totals.column, row);
    const steps = (distance: Rational): bigint => {
      const { n, d } = divide(distance, scale.step);
      return n / d;
    };
    return [
      {
        entry,
        step: scale.step,
        room: {
          down: steps(subtract(total, scale.min)),
          up: scale.max === null ? FAR : steps(subtract(scale.max, total)),
        },
        valueAfter: (by) => {
          const moved = add(total, multiply(scale.step, rational(by)));
          return entryOutcome(withTotal(alone, stage, row, moved), 0, null, method).value;
        },
      },
    ];
  });
}
