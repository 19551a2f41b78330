import type { Settings } from '../../../shared/contract/settings.ts';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import { scoringCriteria } from '../../../shared/panels/scoring-criteria.ts';
import { parseScorebook, ruleSentence } from '../../../shared/scoring/index.ts';
import type { Rules } from '../../../shared/scoring/index.ts';

/** The settings' rule in the words of `scorebook/1`, of which it is a part: one panel and one stage. */
export const scoringRules = ({ scoring }: Pick<Settings, 'scoring'>): Rules => scoring;

/** Rule and rubric as one sentence for a leader or a notice. */
export const settingsSentence = (settings: Pick<Settings, 'rubric' | 'scoring' | 'parties'>): string =>
  ruleSentence(scoringRules(settings), scoringCriteria(settings.rubric), settings.parties);

/** What the scoring core has against the rule and the rubric, with paths into the settings. */
export function scoringFaults(settings: Pick<Settings, 'rubric' | 'scoring'>): FieldFault[] {
  const parsed = parseScorebook({
    format: 'scorebook/1',
    criteria: scoringCriteria(settings.rubric),
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
