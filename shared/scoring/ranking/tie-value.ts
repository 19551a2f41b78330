import { cellsOf, criteriaOf, judgedOutcome, rowsOf } from '../entry/judged.ts';
import { unroundedMethod } from '../entry/method.ts';
import type { Copies } from '../entry/types.ts';
import { itemAt } from '../item.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, multiply, ZERO } from '../numbers/rational.ts';
import type { Method } from '../panel/panel-value.ts';
import { panelValue } from '../panel/panel-value.ts';
import type { TieRule } from '../scorebook/types.ts';
import type { JudgedStage, Table } from '../table/types.ts';
import { partyPoints } from './party-points.ts';

/** The part of a judged stage that a tie rule looks at, unrounded; null where the entry has none. */
type StagePart = (stage: JudgedStage) => Rational | null;

/**
 * What a tie rule compares for one entry, exact and unrounded, the greater the better; null where the entry has no
 * such value. With several stages each counts with its weight. For an order (lot, decision) it is minus the place.
 */
export function tieValue(table: Table, entry: number, rule: TieRule, copies: Copies): Rational | null {
  const unrounded = unroundedMethod(table.rules);
  const recomputed =
    (method: Method): StagePart =>
    (stage) =>
      judgedOutcome(table, stage, entry, copies, method).value;
  if (rule === 'untrimmed_mean')
    return overStages(table, recomputed({ ...unrounded, combine: 'mean', trim: null }));
  if (rule === 'median')
    return overStages(table, recomputed({ ...unrounded, combine: 'median', trim: null }));
  if ('criterion' in rule)
    return overStages(table, (stage) => criterionMean(table, stage, entry, rule.criterion, copies));
  if ('party' in rule)
    return overStages(table, (stage) => partyPoints(table, stage, entry, rule.party, copies));
  if ('stage' in rule) {
    const stage = table.stages.find(({ id }) => id === rule.stage);
    if (stage?.kind === 'votes') return itemAt(stage.votes, entry)?.value ?? null;
    return stage === undefined ? null : recomputed(unrounded)(stage);
  }
  const place = ('lot' in rule ? rule.lot : rule.decision).indexOf(itemAt(table.entries, entry).id);
  return place < 0 ? null : { n: BigInt(-place - 1), d: 1n };
}

/** Σ stage weight × part over the judged stages that have the part. */
function overStages(table: Table, part: StagePart): Rational | null {
  let total: Rational | null = null;
  for (const stage of table.stages) {
    const value = stage.kind === 'judged' ? part(stage) : null;
    if (value !== null) total = add(total ?? ZERO, multiply(value, stage.weight));
  }
  return total;
}

/** The criterion's own panel mean over the valid sheets, its highest and lowest marks dropped by the same trim. */
function criterionMean(
  table: Table,
  stage: JudgedStage,
  entry: number,
  id: string,
  copies: Copies,
): Rational | null {
  const index = criteriaOf(table, stage, entry).find((c) => itemAt(stage.criteria, c).id === id);
  if (index === undefined) return null;
  const rows = rowsOf(
    stage,
    entry,
    copies,
    (row) => table.rules.unit === 'criterion' || stage.complete[row] === 1,
  );
  const partyOf = (cell: number): number =>
    itemAt(table.judges, itemAt(stage.judge, Math.floor(cell / stage.criteria.length))).partyIndex;
  const method: Method = { ...unroundedMethod(table.rules), combine: 'mean' };
  return panelValue(stage.marks, cellsOf(stage, rows, index), partyOf, method).value;
}
