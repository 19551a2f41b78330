import { settingsFaults } from '../../../../shared/contract/settings-faults.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { scoringCriteria } from '../../../../shared/panels/scoring-criteria.ts';
import { scoringRules } from '../../../../shared/panels/scoring-rules.ts';
import { parseScorebook } from '../../../../shared/scoring/scorebook/parse.ts';
import type { Hint, SettingsTab } from './hint.ts';
import { when } from './hint.ts';

/** The tab a path into the settings is edited on; what is not named here stands on the first. */
const tabs: ReadonlyMap<string, SettingsTab> = new Map([
  ['tracks', 'places'],
  ['communities', 'places'],
  ['parties', 'parties'],
  ['rubric', 'rubric'],
  ['criteria', 'rubric'],
  ['scoring', 'rules'],
  ['rules', 'rules'],
  ['money', 'money'],
  ['funding', 'money'],
  ['timeline', 'timeline'],
]);
const tabOf = (path: string): SettingsTab => tabs.get(/^\w+/.exec(path)?.[0] ?? '') ?? 'basics';

/** What the scoring core has against rule and rubric; no judge and no project is needed to find it. */
function scoringFaults({ scoring, rubric }: Settings): { path: string; message: string }[] {
  const parsed = parseScorebook({
    format: 'scorebook/1',
    criteria: scoringCriteria(rubric),
    judges: [],
    entries: [],
    sheets: [],
    rules: scoringRules(scoring),
  });
  return parsed.ok ? [] : parsed.faults.map(({ path, zh }) => ({ path, message: zh }));
}

/** Everything that keeps the call from being published, in the words of those who refuse it. */
export function publishHints(settings: Settings): Hint[] {
  const { criteria } = settings.rubric;
  return [...settingsFaults(settings), ...scoringFaults(settings)].flatMap(({ path, message }) => {
    const row = /^(?:rubric\.)?criteria\[(\d+)\]/.exec(path);
    const name = row === null ? undefined : criteria[Number(row[1])]?.name;
    return name === undefined
      ? when(true, tabOf(path), 'fault', 'refused', { message })
      : when(true, 'rubric', 'fault', 'refused_criterion', { name, message });
  });
}
