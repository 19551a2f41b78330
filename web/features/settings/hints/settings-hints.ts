import type { Settings } from '../../../../shared/contract/settings.ts';
import type { Hint } from './hint.ts';
import { hintLevels } from './hint.ts';
import { listHints } from './list-hints.ts';
import { moneyHints } from './money-hints.ts';
import { publishHints } from './publish-hints.ts';
import { rubricHints } from './rubric-hints.ts';
import { rulesHints } from './rules-hints.ts';
import { timelineHints } from './timeline-hints.ts';

const finders = [listHints, publishHints, rubricHints, rulesHints, moneyHints, timelineHints];

/** Everything a person should look at before the call is published, the weightiest first. */
export function settingsHints(settings: Settings): Hint[] {
  const hints = finders.flatMap((find) => find(settings));
  return hintLevels.flatMap((level) => hints.filter((hint) => hint.level === level));
}

/** Whether something keeps the call from being published. */
export const blocksPublishing = ({ level }: Hint): boolean => level !== 'hint';
