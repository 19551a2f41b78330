import type { Criterion, Settings } from '../../../../shared/contract/settings.ts';
import { criteriaFor, differsByTrack } from '../../../../shared/panels/rubric.ts';
import { sumMarks } from '../../../../shared/scoring/numbers/sum-marks.ts';
import type { Hint } from './hint.ts';
import { when } from './hint.ts';

/** A mark as the contract has it, in hundredths of a point: `18.5` → 1850. */
export function hundredths(mark: string): number {
  const [whole = '', part = ''] = mark.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** Steps that never reach the full mark, level words that overlap or leave marks out. */
function criterionHints(criterion: Criterion, index: number): Hint[] {
  const { levels } = criterion;
  const [min, max, step] = [criterion.min, criterion.max, criterion.step].map(hundredths) as [
    number,
    number,
    number,
  ];
  const at = { no: index + 1, name: criterion.name.trim(), step: criterion.step, max: criterion.max };
  const bands = levels
    .map(({ from, to }) => ({ from: hundredths(from), to: hundredths(to) }))
    .sort((a, b) => b.from - a.from);
  const top = bands[0];
  const reversed = bands.some(({ from, to }) => from > to);
  const gap = bands.some((band, i) => {
    const above = bands[i - 1];
    return above !== undefined && above.from - band.to !== step;
  });
  return [
    ...when(step > 0 && max > min && (max - min) % step !== 0, 'rubric', 'hint', 'step_misses_max', at),
    ...when(reversed, 'rubric', 'hint', 'level_range', at),
    ...when(!reversed && top !== undefined && top.to !== max, 'rubric', 'hint', 'levels_miss_max', at),
    ...when(!reversed && gap, 'rubric', 'hint', 'levels_gap', at),
  ];
}

const totalOf = (criteria: readonly Criterion[]): string => sumMarks(criteria.map(({ max }) => max));

function totalHints(criteria: readonly Criterion[]): Hint[] {
  const total = totalOf(criteria);
  return when(total !== '100', 'rubric', 'hint', 'total_not_100', { total });
}

/** Each category by itself; all of them stand in one ranking. */
function trackTotals(criteria: readonly Criterion[], tracks: Settings['tracks']): Hint[] {
  const totals = tracks.map(({ id, name }) => ({ name, total: totalOf(criteriaFor(criteria, id)) }));
  return [
    ...totals.flatMap(({ name, total }) =>
      when(total !== '100', 'rubric', 'hint', 'track_total_not_100', { track: name, total }),
    ),
    ...when(new Set(totals.map(({ total }) => total)).size > 1, 'rubric', 'hint', 'totals_differ'),
  ];
}

/** The rubric as a whole and criterion by criterion. */
export function rubricHints({ rubric, tracks }: Settings): Hint[] {
  const { criteria } = rubric;
  return [
    ...(differsByTrack(rubric) ? trackTotals(criteria, tracks) : totalHints(criteria)),
    ...criteria.flatMap(criterionHints),
  ];
}
