import type { Settings } from '../../../shared/contract/settings.ts';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import { parseScorebook } from '../../../shared/scoring/index.ts';
import type { Rules } from '../../../shared/scoring/index.ts';

/** The settings' rule in the words of `scorebook/1`; one panel, all parties alike. */
export function scoringRules({ scoring }: Settings): Rules {
  return scoring as Rules; // The settings' rule is the part of the format that the county template uses.
}

/** The rubric in the words of `scorebook/1`. */
export const scoringCriteria = ({ rubric }: Settings) =>
  rubric.criteria.map(({ id, name, min, max, step }) => ({ id, name, min, max, step }));

/** What the scoring core has against the rule and the rubric, with paths into the settings. */
export function scoringFaults(settings: Settings): FieldFault[] {
  const parsed = parseScorebook({
    format: 'scorebook/1',
    criteria: scoringCriteria(settings),
    judges: [],
    entries: [],
    sheets: [],
    rules: settings.scoring,
  });
  if (parsed.ok) return [];
  return parsed.faults.map((fault) => ({
    path: fault.path.replace(/^rules/, 'scoring').replace(/^criteria/, 'rubric.criteria'),
    message: fault.zh,
  }));
}
