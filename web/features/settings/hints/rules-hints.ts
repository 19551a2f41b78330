import type { Settings } from '../../../../shared/contract/settings.ts';
import { criteriaFor } from '../../../../shared/panels/rubric.ts';
import type { Hint } from './hint.ts';
import { when } from './hint.ts';
import { hundredths } from './rubric-hints.ts';

/** Rules that do not fit the panel or the rubric, or are unusual. */
export function rulesHints({ scoring, parties, rubric, tracks }: Settings): Hint[] {
  const seats = parties.reduce((sum, party) => sum + party.seats, 0);
  const fullOf = (track: string) =>
    criteriaFor(rubric.criteria, track).reduce((sum, { max }) => sum + hundredths(max), 0);
  const full = Math.max(0, ...tracks.map(({ id }) => fullOf(id)));
  const line = scoring.line === undefined ? 0 : hundredths(scoring.line);
  const { trim, quorum } = scoring;
  const small = parties.filter((party) => trim?.within === 'party' && party.seats < trim.min_valid);
  const narrow = rubric.criteria.filter(
    ({ id, track }) =>
      track !== undefined &&
      scoring.ties.some((tie) => typeof tie === 'object' && 'criterion' in tie && tie.criterion === id),
  );
  return [
    ...narrow.flatMap(({ name }) => when(true, 'rules', 'hint', 'tie_not_everywhere', { name })),
    ...when(quorum > seats, 'rules', 'hint', 'quorum_above_seats', { quorum, seats }),
    ...when(trim !== null && trim.min_valid > seats, 'rules', 'hint', 'trim_never', {
      min: trim?.min_valid ?? 0,
      seats,
    }),
    ...small.flatMap(({ name, seats: own }) =>
      when(true, 'rules', 'hint', 'trim_never_in_party', { name, seats: own }),
    ),
    ...when(trim !== null && trim.high !== trim.low, 'rules', 'hint', 'trim_uneven', {
      high: trim?.high ?? 0,
      low: trim?.low ?? 0,
    }),
    ...when(line > full, 'rules', 'hint', 'line_above_full', { line: line / 100, full: full / 100 }),
    ...when(scoring.round.length === 0, 'rules', 'hint', 'no_rounding'),
    ...when(scoring.ties.length === 0, 'rules', 'hint', 'no_ties'),
  ];
}
