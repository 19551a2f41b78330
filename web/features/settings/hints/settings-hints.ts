import type { Settings } from '../../../../shared/contract/settings.ts';
import type { Hint } from './hint.ts';
import { listHints } from './list-hints.ts';
import { moneyHints } from './money-hints.ts';
import { rubricHints } from './rubric-hints.ts';
import { rulesHints } from './rules-hints.ts';
import { timelineHints } from './timeline-hints.ts';

/** Everything a person should look at before the call is published; faults stand first. */
export function settingsHints(settings: Settings): Hint[] {
  const hints = [listHints, rubricHints, rulesHints, moneyHints, timelineHints].flatMap((find) =>
    find(settings),
  );
  return [
    ...hints.filter(({ level }) => level === 'fault'),
    ...hints.filter(({ level }) => level === 'hint'),
  ];
}
