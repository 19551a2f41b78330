import type { Settings } from '../../shared/contract/settings.ts';
import type { Config } from '../context.ts';

/** What every screen, paper and file of a rehearsal says. */
export const rehearsalWord = '彩排';

/** The mark of a competition as it is shown: a rehearsal says what it is, whatever else is said. */
export function shownMark(
  { rehearsal }: Pick<Config, 'rehearsal'>,
  { mark }: Pick<Settings, 'mark'>,
): string {
  if (!rehearsal || mark.includes(rehearsalWord)) return mark;
  return mark === '' ? rehearsalWord : `${rehearsalWord}·${mark}`;
}

/** The settings with that mark. */
export const markedSettings = (config: Pick<Config, 'rehearsal'>, settings: Settings): Settings => ({
  ...settings,
  mark: shownMark(config, settings),
});
