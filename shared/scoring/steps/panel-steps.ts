import { itemAt } from '../item.ts';
import type { Column } from '../numbers/column.ts';
import { sumOf, valueAt } from '../numbers/column.ts';
import { formatExact } from '../numbers/format.ts';
import type { Rational } from '../numbers/rational.ts';
import { middle } from '../panel/combine.ts';
import type { PanelValue } from '../panel/panel-value.ts';
import { roundAt } from '../panel/panel-value.ts';
import type { Trimmed } from '../panel/trim.ts';
import type { RoundingPlace } from '../scorebook/types.ts';
import type { ExactRules } from '../table/types.ts';
import type { JudgeValue, RoundStep, Step, StepPlace } from './types.ts';

/** What the steps of one panel value need to name: its column and the judge behind each index. */
export interface PanelSource {
  readonly rules: ExactRules;
  readonly column: Column;
  readonly judgeOf: (index: number) => string;
  readonly place: StepPlace;
}

/** The steps from valid values to the panel value: trim, combine, parties, rounding. */
export function panelSteps(source: PanelSource, panel: PanelValue): Step[] {
  const { rules, place } = source;
  const steps: Step[] = panel.trimmed ? trimSteps(source, panel.trimmed, place) : [];
  if (panel.parties === null)
    steps.push(...combineSteps(source, panel.trimmed?.kept ?? [], panel.value, place));
  for (const part of panel.parties ?? []) {
    const here = { ...place, party: partyId(rules, part.party) };
    if (part.trimmed) steps.push(...trimSteps(source, part.trimmed, here));
    steps.push(...combineSteps(source, part.kept, part.value, here));
    steps.push(...roundSteps(rules, 'party', part.value, here));
  }
  if (panel.parties && panel.value) steps.push(partiesStep(source, panel, panel.value));
  steps.push(...roundSteps(rules, 'mean', panel.value, place));
  return steps;
}

/** The rounding of a value at a place; nothing where the rules do not round there. */
export function roundSteps(
  rules: ExactRules,
  at: RoundingPlace,
  from: Rational | null,
  place: StepPlace,
): RoundStep[] {
  const rounding = rules.round[at];
  if (rounding === undefined || from === null) return [];
  const to = roundAt(from, at, rules.round);
  return [{ step: 'round', ...place, at, ...rounding, from: formatExact(from), to: formatExact(to) }];
}

/** Judges and values at some indices of a column. */
export function judgeValues({ column, judgeOf }: PanelSource, indices: readonly number[]): JudgeValue[] {
  return indices.map((index) => ({ judge: judgeOf(index), value: formatExact(valueAt(column, index)) }));
}

function trimSteps(source: PanelSource, trimmed: Trimmed, place: StepPlace): Step[] {
  const { trim } = source.rules;
  if (trim === null || trimmed.valid === 0) return [];
  return [
    {
      step: 'trim',
      ...place,
      applied: trimmed.applied,
      valid: trimmed.valid,
      min_valid: trim.min_valid,
      high: judgeValues(source, trimmed.high),
      low: judgeValues(source, trimmed.low),
      kept: trimmed.kept.length,
    },
  ];
}

function combineSteps(
  { rules, column }: PanelSource,
  kept: readonly number[],
  value: Rational | null,
  place: StepPlace,
): Step[] {
  if (value === null) return [];
  const summed = rules.combine === 'median' ? middle(column, kept) : kept;
  return [
    {
      step: 'combine',
      ...place,
      by: rules.combine,
      sum: formatExact(sumOf(column, summed)),
      divisor: rules.combine === 'sum' ? 1 : summed.length,
      value: formatExact(value),
    },
  ];
}

function partiesStep({ rules, place }: PanelSource, panel: PanelValue, value: Rational): Step {
  const parts = panel.parties ?? [];
  return {
    step: 'parties',
    ...place,
    parts: parts.flatMap(({ party, rounded }) => {
      const { id, weight } = itemAt(rules.parties ?? [], party);
      return rounded === null
        ? []
        : [{ party: id, weight: formatExact(weight), value: formatExact(rounded) }];
    }),
    absent: parts.flatMap(({ party, rounded }) => (rounded === null ? [partyId(rules, party)] : [])),
    value: formatExact(value),
  };
}

function partyId(rules: ExactRules, party: number): string {
  return itemAt(rules.parties ?? [], party).id;
}
