/** The tabs of the settings editor, in order; also the last part of their addresses. */
export const settingsTabs = ['basics', 'places', 'parties', 'rubric', 'rules', 'money', 'timeline'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** In order of weight: `gap` keeps settings from being saved, `fault` from being published; `hint` may be meant. */
export const hintLevels = ['gap', 'fault', 'hint'] as const;
export type HintLevel = (typeof hintLevels)[number];

/** Something about the settings to look at. `key` is a locale key below `organizer.settings.hint`. */
export interface Hint {
  tab: SettingsTab;
  level: HintLevel;
  key: string;
  values: Readonly<Record<string, string | number>>;
}

/** The hint where the condition holds, nothing elsewhere: spread into a list. */
export function when(
  wrong: boolean,
  tab: SettingsTab,
  level: HintLevel,
  key: string,
  values: Hint['values'] = {},
): Hint[] {
  return wrong ? [{ tab, level, key, values }] : [];
}
