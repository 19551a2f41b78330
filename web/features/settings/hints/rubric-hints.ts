import type { Criterion, Settings } from '../../../../shared/contract/settings.ts';
import { sumMarks } from '../../../../shared/scoring/numbers/sum-marks.ts';
import type { Hint } from './hint.ts';
import { when } from './hint.ts';

/** A mark in hundredths of a point, or null while it is being typed. */
export function hundredths(mark: string): number | null {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(mark);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/** What is wrong inside one criterion: range, step, level words. */
export function criterionHints(criterion: Criterion, index: number): Hint[] {
  const name = criterion.name.trim();
  const at = { no: index + 1, name };
  const [min, max, step] = [criterion.min, criterion.max, criterion.step].map(hundredths);
  if (min == null || max == null || step == null) return when(true, 'rubric', 'fault', 'mark_unreadable', at);
  return [
    ...when(name === '', 'rubric', 'fault', 'unnamed', { what: 'criterion', no: index + 1 }),
    ...when(max <= min, 'rubric', 'fault', 'max_not_above_min', at),
    ...when(step === 0, 'rubric', 'fault', 'no_step', at),
    ...when(step > 0 && max > min && (max - min) % step !== 0, 'rubric', 'fault', 'step_misses_max', {
      ...at,
      step: criterion.step,
      max: criterion.max,
    }),
    ...levelHints(criterion, at, max),
  ];
}

function levelHints({ levels, step }: Criterion, at: { no: number; name: string }, max: number): Hint[] {
  if (levels.length === 0) return [];
  const bands = levels.map(({ from, to }) => ({ from: hundredths(from), to: hundredths(to) }));
  if (bands.some(({ from, to }) => from === null || to === null || from > to))
    return when(true, 'rubric', 'fault', 'level_range', at);
  const sorted = bands
    .map(({ from, to }) => ({ from: from ?? 0, to: to ?? 0 }))
    .sort((a, b) => b.from - a.from);
  const gap = sorted.some((band, index) => {
    const above = sorted[index - 1];
    return above !== undefined && above.from - band.to !== (hundredths(step) ?? 0);
  });
  return [
    ...when((sorted[0]?.to ?? 0) !== max, 'rubric', 'hint', 'levels_miss_max', at),
    ...when(gap, 'rubric', 'hint', 'levels_gap', at),
  ];
}

/** The rubric as a whole: the sum of its full marks, names that repeat. */
export function rubricHints({ rubric: { criteria } }: Settings): Hint[] {
  const readable = criteria.every(({ max }) => hundredths(max) !== null);
  const total = readable ? sumMarks(criteria.map(({ max }) => max)) : '100';
  const names = criteria.map(({ name }) => name.trim());
  const repeated = names.filter((name, index) => name !== '' && names.indexOf(name) !== index);
  return [
    ...when(criteria.length === 0, 'rubric', 'fault', 'no_criterion'),
    ...when(total !== '100', 'rubric', 'hint', 'total_not_100', { total }),
    ...criteria.flatMap(criterionHints),
    ...repeated.flatMap((name) => when(true, 'rubric', 'hint', 'repeated', { what: 'criterion', name })),
  ];
}
