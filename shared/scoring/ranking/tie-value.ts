import { judgedOutcome, markCells, validRows } from '../entry/judged.ts';
import { unroundedMethod } from '../entry/method.ts';
import type { Copies } from '../entry/types.ts';
import { itemAt } from '../item.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, multiply, ZERO } from '../numbers/rational.ts';
import type { Method } from '../panel/panel-value.ts';
import { panelValue } from '../panel/panel-value.ts';
import type { PlainPanel } from '../panel/plain-panel.ts';
import { plainPanel } from '../panel/plain-panel.ts';
import { PlainRule } from '../panel/plain-rule.ts';
import type { TieRule } from '../scorebook/types.ts';
import type { JudgedStage, Table } from '../table/types.ts';
import type { Ordered } from './ordered.ts';
import { orderedQuotients, orderedValues } from './ordered.ts';
import { partyPoints } from './party-points.ts';
import { onlyStage } from './scores.ts';

/**
 * What a tie rule compares, exact and unrounded, the greater the better, for one panel after another; by the quicker
 * way where the rules allow it. With several stages each counts with its weight; an order gives minus the place.
 */
export function tieOrder(table: Table, rule: TieRule): (copies: Copies) => Ordered {
  const plain = plainTie(table, rule);
  return plain === null
    ? (copies) => orderedValues(tieValue(table, rule, copies))
    : (copies) => orderedQuotients(plain(copies));
}

/** The untrimmed mean or a criterion, where nothing but one stage counts. */
function plainTie(table: Table, rule: TieRule): PlainPanel | null {
  const stage = onlyStage(table);
  if (stage === null) return null;
  const mean: Method = { ...unroundedMethod(table.rules), combine: 'mean' };
  const most = table.judges.length;
  if (rule === 'untrimmed_mean') {
    const source = { stage, cells: stage.totals, criterion: null, quorum: table.rules.quorum };
    return plainPanel(source, PlainRule.of({ ...mean, trim: null }, []), most);
  }
  if (typeof rule === 'string' || !('criterion' in rule)) return null;
  const criterion = stage.criteria.findIndex(({ id }) => id === rule.criterion);
  const source = { stage, cells: stage.marks, criterion, quorum: 1 };
  return criterion < 0 ? null : plainPanel(source, PlainRule.of(mean, []), most);
}

/** One entry's value; null where it has none. */
export type TieValue = (entry: number) => Rational | null;

/** Prepares the general way to a tie rule's values. */
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
