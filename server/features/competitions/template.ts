import { readFileSync } from 'node:fs';
import type { Settings } from '../../../shared/contract/settings.ts';

const day = 86_400_000;
/** County offices keep Beijing time, which has no summer time. */
const beijing = 8 * 3_600_000;

type Template = Omit<Settings, 'timeline'>;

const read = (): Template =>
  JSON.parse(readFileSync(new URL('./weiyuan-template.json', import.meta.url), 'utf8')) as Template;

/**
 * The built-in Weiyuan template: every value is an example to be edited. Dates follow from the day it is used:
 * 30 days of call, the defense two weeks after it, five working days of notice.
 * @param name name of the new competition
 * @param now milliseconds since 1970
 */
export function weiyuanSettings(name: string, now: number): Settings {
  const midnight = Math.floor((now + beijing) / day) * day - beijing;
  const at = (days: number, hour: number, minute = 0) =>
    midnight + days * day + (hour * 60 + minute) * 60_000;
  const isoDay = (days: number) => new Date(at(days, 12)).toISOString().slice(0, 10);
  return {
    ...read(),
    name,
    shortName: name,
    timeline: {
      callOpens: at(0, 9),
      deadline: at(30, 18),
      correctionFrom: at(33, 9),
      correctionTo: at(34, 18),
      drawAt: at(43, 15),
      defenseDay: isoDay(44),
      place: '（示例）镇文化中心',
      presentMinutes: 5,
      questionMinutes: 5,
      changeMinutes: 1,
      sessions: [
        { id: 'am', name: '上午场', start: at(44, 9), end: at(44, 12), from: 1, to: 16 },
        { id: 'pm', name: '下午场', start: at(44, 14), end: at(44, 17, 30), from: 17, to: 34 },
      ],
      noticeFrom: isoDay(50),
      noticeTo: isoDay(56),
      projectFrom: isoDay(60).slice(0, 7),
      projectTo: isoDay(360).slice(0, 7),
    },
  };
}
