import { judgedOutcome, markCells, validRows } from '../entry/judged.ts';
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

/**
 * What a tie rule compares for an entry, exact and unrounded, the greater the better; null where the entry has no
 * such value.
 */
export type TieValue = (entry: number) => Rational | null;

/** Prepares a tie rule. With several stages each counts with its weight; an order gives minus the place. */
export function tieValue(table: Table, rule: TieRule, copies: Copies): TieValue {
  const unrounded = unroundedMethod(table.rules);
  if (rule === 'untrimmed_mean')
    return overStages(table, recomputed(table, { ...unrounded, combine: 'mean', trim: null }, copies));
  if (rule === 'median')
    return overStages(table, recomputed(table, { ...unrounded, combine: 'median', trim: null }, copies));
  if ('criterion' in rule)
    return overStages(table, criterionMean(rule.criterion, { ...unrounded, combine: 'mean' }, copies));
  if ('party' in rule)
    return overStages(table, (stage, entry) => partyPoints(table, stage, entry, rule.party, copies));
  if ('stage' in rule) return ofStage(table, rule.stage, recomputed(table, unrounded, copies));
  return ofOrder(table, 'lot' in rule ? rule.lot : rule.decision);
}

/** The part of a judged stage that a tie rule looks at, unrounded; null where the entry has none. */
type StagePart = (stage: JudgedStage, entry: number) => Rational | null;

/** Σ stage weight × part over the judged stages that have the part. */
function overStages({ stages }: Table, part: StagePart): TieValue {
  return (entry) => {
    let total: Rational | null = null;
    for (const stage of stages) {
      const value = stage.kind === 'judged' ? part(stage, entry) : null;
      if (value !== null) total = add(total ?? ZERO, multiply(value, stage.weight));
    }
    return total;
  };
}

function recomputed({ rules }: Table, method: Method, copies: Copies): StagePart {
  return (stage, entry) => judgedOutcome(rules, stage, entry, copies, method).value;
}

/** The criterion's own panel mean over the valid sheets, its highest and lowest marks dropped by the same trim. */
function criterionMean(id: string, method: Method, copies: Copies): StagePart {
  return (stage, entry) => {
    const index = itemAt(stage.rubric, entry).find((c) => itemAt(stage.criteria, c).id === id);
    if (index === undefined) return null;
    const cells = markCells(stage, validRows(stage, entry, copies), index);
    return panelValue(stage.marks, cells, method).value;
  };
}

function ofStage({ stages }: Table, id: string, part: StagePart): TieValue {
  const stage = stages.find((one) => one.id === id);
  if (stage === undefined) return () => null;
  return stage.kind === 'judged'
    ? (entry) => part(stage, entry)
    : (entry) => itemAt(stage.votes, entry)?.value ?? null;
}

function ofOrder({ entries }: Table, order: readonly string[]): TieValue {
  const place = new Map(order.map((id, index) => [id, index + 1]));
  return (entry) => {
    const own = place.get(itemAt(entries, entry).id);
    return own === undefined ? null : { n: BigInt(-own), d: 1n };
  };
}
