import { itemAt } from '../item.ts';
import { valueAt } from '../numbers/column.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, leastCommonMultiple, multiply } from '../numbers/rational.ts';
import type { JudgedStage, Table } from '../table/types.ts';

/**
 * Sheet totals as a table of entries by judges, in integers of 1/`scale` point; null: no complete sheet. Excluded
 * entries, entries without a value and judges without a value are left out.
 */
export interface JudgeTable {
  /** Judge index in the scorebook of each column. */
  readonly judges: readonly number[];
  readonly rows: readonly (readonly (bigint | null)[])[];
  readonly scale: bigint;
}

/** A table that knows which entries its rows are. */
export interface EntryTable extends JudgeTable {
  /** Entry index in the scorebook of each row. */
  readonly entries: readonly number[];
}

/**
 * A judge's value of an entry is the total of the sheet; with several judged stages Σ weight × total, where the
 * judge has a complete sheet at each.
 */
export function judgeTable(table: Table): EntryTable {
  const stages = table.stages.flatMap((stage) => (stage.kind === 'judged' ? [stage] : []));
  const judged = table.entries.flatMap(({ excluded }, entry) => {
    const values = excluded === null ? valuesOf(stages, entry) : new Map<number, Rational>();
    return values.size === 0 ? [] : [{ entry, values }];
  });
  const sparse = judged.map(({ values }) => values);
  const judges = [...new Set(sparse.flatMap((values) => [...values.keys()]))].sort((a, b) => a - b);
  const scale = commonScale(sparse);
  const cell = (value: Rational | undefined): bigint | null => (value ? (value.n * scale) / value.d : null);
  return {
    judges,
    entries: judged.map(({ entry }) => entry),
    scale,
    rows: sparse.map((values) => judges.map((judge) => cell(values.get(judge)))),
  };
}

/** Judge index → value of one entry. */
function valuesOf(stages: readonly JudgedStage[], entry: number): Map<number, Rational> {
  const perStage = stages.map((stage) => {
    const values = new Map<number, Rational>();
    const end = itemAt(stage.firstRow, entry + 1);
    for (let row = itemAt(stage.firstRow, entry); row < end; row += 1)
      if (stage.complete[row] === 1)
        values.set(
          itemAt(stage.judge, row),
          stages.length === 1
            ? valueAt(stage.roundedTotals.column, row)
            : multiply(valueAt(stage.roundedTotals.column, row), stage.weight),
        );
    return values;
  });
  const [first = new Map<number, Rational>(), ...others] = perStage;
  return new Map(
    [...first].flatMap(([judge, value]): [number, Rational][] => {
      const rest = others.flatMap((values) => values.get(judge) ?? []);
      return rest.length === others.length ? [[judge, rest.reduce(add, value)]] : [];
    }),
  );
}

function commonScale(rows: readonly ReadonlyMap<number, Rational>[]): bigint {
  const denominators = new Set(rows.flatMap((values) => [...values.values()].map(({ d }) => d)));
  return [...denominators].reduce(leastCommonMultiple, 1n);
}
