import { weightedStage } from '../entry/outcome.ts';
import { officialMethod } from '../entry/method.ts';
import type { EntryOutcome, JudgedOutcome, StageOutcome, VotedOutcome } from '../entry/types.ts';
import { itemAt } from '../item.ts';
import { formatExact } from '../numbers/format.ts';
import { add, multiply, sum } from '../numbers/rational.ts';
import type { TieDecision } from '../ranking/break-ties.ts';
import { tieValueText } from '../ranking/break-ties.ts';
import type { Table } from '../table/types.ts';
import { criterionSteps, sheetSteps } from './judged-steps.ts';
import { roundSteps } from './panel-steps.ts';
import type { Step, TieStep } from './types.ts';

/** The whole derivation of one entry's rank, in the order of computing. */
export function entrySteps(table: Table, outcome: EntryOutcome, ties: readonly TieDecision[]): Step[] {
  const steps = outcome.stages.flatMap((stage) => stageSteps(table, stage, outcome.entry));
  return [...steps, ...totalSteps(table, outcome), ...ties.map((decision) => tieStep(table, decision))];
}

function stageSteps(table: Table, outcome: StageOutcome, entry: number): Step[] {
  const place = outcome.stage.id === null ? {} : { stage: outcome.stage.id };
  const steps = outcome.kind === 'votes' ? [votesStep(outcome)] : judgedSteps(table, outcome, entry);
  const { value, stage } = outcome;
  if (value === null) return steps;
  const weighted = multiply(value, stage.weight);
  if (stage.id !== null)
    steps.push({
      step: 'multiply',
      ...place,
      by: 'weight',
      from: formatExact(value),
      times: formatExact(stage.weight),
      value: formatExact(weighted),
    });
  return [...steps, ...roundSteps(table.rules, 'stage', weighted, place)];
}

function judgedSteps(table: Table, outcome: JudgedOutcome, entry: number): Step[] {
  return outcome.sheets === null
    ? criterionSteps(table, outcome, entry)
    : sheetSteps(table, outcome, outcome.sheets, entry);
}

function votesStep({ stage, vote }: VotedOutcome): Step {
  return {
    step: 'votes',
    stage: stage.id,
    by: stage.rule.by,
    count: vote?.count ?? null,
    all: vote?.all ?? null,
    place: vote?.place ?? null,
    value: vote ? formatExact(vote.value) : null,
  };
}

function totalSteps(table: Table, outcome: EntryOutcome): Step[] {
  const method = officialMethod(table.rules);
  const parts = outcome.stages.map((stage) => ({ id: stage.stage.id, value: weightedStage(stage, method) }));
  const known = parts.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]));
  if (known.length < parts.length) return [];
  let total = sum(known.map(({ value }) => value));
  const steps: Step[] = [];
  if (known.length > 1)
    steps.push({
      step: 'sum',
      of: 'stages',
      parts: known.map(({ id, value }) => ({ id: id ?? '', value: formatExact(value) })),
      value: formatExact(total),
    });
  for (const { points, reason } of itemAt(table.entries, outcome.entry).adjustments) {
    total = add(total, points);
    steps.push({ step: 'adjust', points: formatExact(points), reason, value: formatExact(total) });
  }
  return [...steps, ...roundSteps(table.rules, 'total', total, {})];
}

function tieStep(table: Table, { rule, compared, decided }: TieDecision): TieStep {
  return {
    step: 'tie',
    rule,
    compared: compared.map(({ entry, value }) => ({
      entry: itemAt(table.entries, entry).id,
      value: value && tieValueText(rule, value),
    })),
    decided,
  };
}
