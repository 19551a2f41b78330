import type { Settings } from '../../../shared/contract/settings.ts';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import { scoringCriteria } from '../../../shared/panels/scoring-criteria.ts';
import { scoringRules } from '../../../shared/panels/scoring-rules.ts';
import { parseScorebook, ruleSentence } from '../../../shared/scoring/index.ts';

/** Rule and rubric as one sentence for a leader or a notice. */
export const settingsSentence = (settings: Pick<Settings, 'rubric' | 'scoring' | 'parties'>): string =>
  ruleSentence(
    scoringRules(settings.scoring),
    scoringCriteria(settings.rubric),
    settings.parties,
    settings.scoring.beside?.bonus,
  );

/** What the scoring core has against the rule and the rubric, with paths into the settings. */
export function scoringFaults(settings: Pick<Settings, 'rubric' | 'scoring'>): FieldFault[] {
  const parsed = parseScorebook({
    format: 'scorebook/1',
    criteria: scoringCriteria(settings.rubric),
    judges: [],
    entries: [],
    sheets: [],
    rules: scoringRules(settings.scoring),
  });
  if (parsed.ok) return [];
  return parsed.faults.map((fault) => ({
    path: fault.path
      .replace(/^rules\.stages.*/, 'scoring.beside.votes')
      .replace(/^rules/, 'scoring')
      .replace(/^criteria/, 'rubric.criteria'),
    message: fault.zh,
  }));
}
