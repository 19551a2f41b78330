import { scoringRules } from '../../panels/scoring-rules.ts';
import type { Rules } from '../scorebook/types.ts';
import type { PresetContest, RulePreset } from './presets.ts';

/** The rules of a preset in the words of `scorebook/1`, whether a competition can take it over or not. */
export const presetRules = (preset: RulePreset, contest: PresetContest): Rules =>
  preset.usable ? scoringRules(preset.rules(contest)) : preset.rules(contest);
