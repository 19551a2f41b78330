import { itemAt } from '../item.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, multiply, ZERO } from '../numbers/rational.ts';
import type { Method } from '../panel/panel-value.ts';
import { roundAt } from '../panel/panel-value.ts';
import type { Table } from '../table/types.ts';
import { judgedOutcome } from './judged.ts';
import type { Copies, EntryOutcome, StageOutcome } from './types.ts';

/**
 * One entry's way to the value that the rank compares: stages × weight → round `stage` → sum → + adjustments →
 * round `total` (DESIGN §6). Null as soon as one stage has no value: an absent part is never 0.
 */
export function entryOutcome(table: Table, entry: number, copies: Copies, method: Method): EntryOutcome {
  const stages = table.stages.map((stage): StageOutcome => {
    if (stage.kind === 'judged') return judgedOutcome(table.rules, stage, entry, copies, method);
    const vote = itemAt(stage.votes, entry);
    return { kind: 'votes', stage, vote, value: vote?.value ?? null };
  });
  return { entry, stages, valid: fewestValid(stages), value: totalOf(table, entry, stages, method) };
}

/** A stage's value × its weight, rounded at `stage`. */
export function weightedStage({ stage, value }: StageOutcome, method: Method): Rational | null {
  return value && roundAt(multiply(value, stage.weight), 'stage', method.round);
}

function fewestValid(stages: readonly StageOutcome[]): number {
  let fewest: number | null = null;
  for (const stage of stages)
    if (stage.kind === 'judged' && (fewest === null || stage.validRows.length < fewest))
      fewest = stage.validRows.length;
  return fewest ?? 0;
}

function totalOf(
  table: Table,
  entry: number,
  stages: readonly StageOutcome[],
  method: Method,
): Rational | null {
  let total = ZERO;
  for (const stage of stages) {
    const value = weightedStage(stage, method);
    if (value === null) return null;
    total = add(total, value);
  }
  for (const { points } of itemAt(table.entries, entry).adjustments) total = add(total, points);
  return roundAt(total, 'total', method.round);
}
