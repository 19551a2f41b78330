import type { Settings } from '../../../../shared/contract/settings.ts';
import { parseScorebook } from '../../../../shared/scoring/scorebook/parse.ts';
import type { Hint } from './hint.ts';
import { when } from './hint.ts';
import { hundredths } from './rubric-hints.ts';

/** Faults of the rules as the scoring core finds them, in its own words. */
function coreFaults({ scoring, rubric }: Settings): Hint[] {
  const criteria = rubric.criteria.map(({ id, name, min, max, step }) => ({ id, name, min, max, step }));
  const parsed = parseScorebook({
    format: 'scorebook/1',
    criteria,
    judges: [],
    entries: [],
    sheets: [],
    rules: scoring,
  });
  if (parsed.ok) return [];
  return parsed.faults
    .filter(({ path }) => path.startsWith('rules'))
    .flatMap(({ zh }) => when(true, 'rules', 'fault', 'core', { message: zh }));
}

/** Rules that contradict the panel, the rubric or themselves. */
export function rulesHints(settings: Settings): Hint[] {
  const { scoring, parties, rubric } = settings;
  const seats = parties.reduce((sum, party) => sum + party.seats, 0);
  const full = rubric.criteria.reduce((sum, { max }) => sum + (hundredths(max) ?? 0), 0);
  const line = scoring.line === undefined ? null : hundredths(scoring.line);
  const { trim } = scoring;
  return [
    ...coreFaults(settings),
    ...when(scoring.quorum > seats, 'rules', 'fault', 'quorum_above_seats', {
      quorum: scoring.quorum,
      seats,
    }),
    ...when(trim !== null && trim.min_valid > seats, 'rules', 'hint', 'trim_never', {
      min: trim?.min_valid ?? 0,
      seats,
    }),
    ...when(trim !== null && trim.high !== trim.low, 'rules', 'hint', 'trim_uneven', {
      high: trim?.high ?? 0,
      low: trim?.low ?? 0,
    }),
    ...when(line !== null && line > full, 'rules', 'fault', 'line_above_full', {
      line: scoring.line ?? '',
      full: full / 100,
    }),
    ...when(scoring.round.length === 0, 'rules', 'hint', 'no_rounding'),
    ...when(scoring.ties.length === 0, 'rules', 'hint', 'no_ties'),
  ];
}
