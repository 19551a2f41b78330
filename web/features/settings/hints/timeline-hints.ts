import type { Session, Settings } from '../../../../shared/contract/settings.ts';
import { chinaDay, daysBetween, weekdaysBetween } from '../../../locales/china-time.ts';
import type { Hint } from './hint.ts';
import { when } from './hint.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Dates that follow each other strangely. */
export function timelineHints(settings: Settings): Hint[] {
  const { timeline: line } = settings;
  const correction = line.correctionTo - line.correctionFrom;
  return [
    ...when(correction > 0 && correction < day, 'timeline', 'hint', 'correction_short'),
    ...when(line.drawAt < line.correctionTo, 'timeline', 'hint', 'draw_before_correction'),
    ...when(chinaDay(line.drawAt) > line.defenseDay, 'timeline', 'hint', 'draw_after_defense'),
    ...when(line.noticeFrom <= line.defenseDay, 'timeline', 'hint', 'notice_before_defense'),
    ...noticeHints(line.noticeFrom, line.noticeTo),
    ...line.sessions.flatMap((session, index) => sessionHints(settings, session, index)),
  ];
}

/** Five working days are usual for a notice (示例：公示不少于 5 个工作日); public holidays are not known here. */
function noticeHints(from: string, to: string): Hint[] {
  const days = weekdaysBetween(from, to);
  return when(to >= from && days < 5, 'timeline', 'hint', 'notice_short', { days });
}

function sessionHints({ timeline }: Settings, session: Session, index: number): Hint[] {
  const before = timeline.sessions[index - 1];
  const at = { no: index + 1, name: session.name.trim() };
  const expected = (before?.to ?? 0) + 1;
  const each = timeline.presentMinutes + timeline.questionMinutes + timeline.changeMinutes;
  const count = session.to - session.from + 1;
  const available = Math.round((session.end - session.start) / minute);
  const away = daysBetween(timeline.defenseDay, chinaDay(session.start));
  return [
    ...when(session.from > expected, 'timeline', 'hint', 'session_gap', { ...at, expected }),
    ...when(before !== undefined && session.start < before.end, 'timeline', 'hint', 'session_overlap', at),
    ...when(away < 0 || away > 6, 'timeline', 'hint', 'session_other_day', at),
    ...when(count > 0 && available > 0 && count * each > available, 'timeline', 'hint', 'session_tight', {
      ...at,
      count,
      needed: count * each,
      available,
    }),
  ];
}
