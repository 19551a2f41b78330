import { officialMethod } from '../entry/method.ts';
import { entryOutcome } from '../entry/outcome.ts';
import { itemAt } from '../item.ts';
import { valueAt } from '../numbers/column.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, divide, multiply, rational, subtract } from '../numbers/rational.ts';
import { onlyStage, scoreRule } from '../ranking/scores.ts';
import type { JudgedStage, Table } from '../table/types.ts';
import { oneEntry, withTotal } from './one-entry.ts';
import { plainMove } from './plain-move.ts';
import type { ScaleOf, TotalScale } from './scale.ts';

/** An unbounded scale is searched this many steps upwards. */
const FAR = 2_000n;

/** A valid sheet of one judge whose total can be moved in steps of its scale. */
export interface MovableSheet {
  readonly entry: number;
  readonly judge: number;
  readonly step: Rational;
  /** Steps down to the least total and up to the greatest. */
  readonly room: { readonly down: bigint; readonly up: bigint };
  /** The entry's value after moving the total by so many steps; negative is down. */
  readonly valueAfter: (steps: number) => Rational | null;
}

/** The valid sheets of an entry that has a value, at every judged stage. */
export function movableSheets(scaleOf: ScaleOf, table: Table, entry: number): MovableSheet[] {
  const rule = table.rules.round.sheet === undefined && onlyStage(table) ? scoreRule(table) : null;
  return table.stages.flatMap((stage, index): MovableSheet[] => {
    const scale = stage.kind === 'judged' ? scaleOf(stage, entry) : null;
    if (stage.kind !== 'judged' || scale === null) return [];
    const begin = itemAt(stage.firstRow, entry);
    const rows = itemAt(stage.firstRow, entry + 1) - begin;
    return Array.from({ length: rows }, (_, i) => begin + i).flatMap((row): MovableSheet[] => {
      if (stage.valid[row] !== 1) return [];
      const { step } = scale;
      const room = roomOf(valueAt(stage.totals.column, row), scale);
      const valueAfter =
        (rule && plainMove(stage, entry, rule, { row, step, room })) ??
        anyMove(oneEntry(table, entry), index, row - begin, step);
      return [{ entry, judge: itemAt(stage.judge, row), step, room, valueAfter }];
    });
  });
}

function roomOf(total: Rational, { min, max, step }: TotalScale): MovableSheet['room'] {
  const steps = (distance: Rational): bigint => {
    const { n, d } = divide(distance, step);
    return n / d;
  };
  return { down: steps(subtract(total, min)), up: max === null ? FAR : steps(subtract(max, total)) };
}

/** The whole computation again for every move: any rule. */
function anyMove(alone: Table, index: number, row: number, step: Rational): MovableSheet['valueAfter'] {
  const stage = itemAt(alone.stages, index) as JudgedStage; // The caller has looked.
  const total = valueAt(stage.totals.column, row);
  const method = officialMethod(alone.rules);
  return (by) => {
    const moved = add(total, multiply(step, rational(BigInt(by))));
    return entryOutcome(withTotal(alone, stage, row, moved), 0, null, method).value;
  };
}
