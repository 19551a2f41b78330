/** The tabs of the settings editor, in order; also the last part of their addresses. */
export const settingsTabs = ['basics', 'places', 'parties', 'rubric', 'rules', 'money', 'timeline'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/**
 * Something about the settings that a person should look at: `fault` cannot be saved or published, `hint` is
 * unusual but may be meant. `key` is a locale key below `organizer.settings.hint`.
 */
export interface Hint {
  tab: SettingsTab;
  level: 'fault' | 'hint';
  key: string;
  values: Readonly<Record<string, string | number>>;
}

type Values = Hint['values'];

/** The hint where the condition holds, nothing elsewhere: spread into a list. */
export function when(
  wrong: boolean,
  tab: SettingsTab,
  level: Hint['level'],
  key: string,
  values: Values = {},
): Hint[] {
  return wrong ? [{ tab, level, key, values }] : [];
}
