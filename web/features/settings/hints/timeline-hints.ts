import type { Session, Settings } from '../../../../shared/contract/settings.ts';
import { chinaDay, daysBetween, weekdaysBetween } from '../../../locales/china-time.ts';
import type { Hint } from './hint.ts';
import { when } from './hint.ts';

const minute = 60_000;

/** Dates that stand in the wrong order. */
export function timelineHints(settings: Settings): Hint[] {
  const { timeline: line } = settings;
  const correction = (line.correctionTo - line.correctionFrom) / (24 * 60 * minute);
  return [
    ...when(line.deadline <= line.callOpens, 'timeline', 'fault', 'deadline_before_call'),
    ...when(line.correctionFrom < line.deadline, 'timeline', 'fault', 'correction_before_deadline'),
    ...when(line.correctionTo <= line.correctionFrom, 'timeline', 'fault', 'correction_ends_first'),
    ...when(correction > 0 && correction < 1, 'timeline', 'hint', 'correction_short'),
    ...when(line.drawAt < line.correctionTo, 'timeline', 'hint', 'draw_before_correction'),
    ...when(chinaDay(line.drawAt) > line.defenseDay, 'timeline', 'fault', 'draw_after_defense'),
    ...when(line.noticeFrom <= line.defenseDay, 'timeline', 'hint', 'notice_before_defense'),
    ...when(line.noticeTo < line.noticeFrom, 'timeline', 'fault', 'notice_ends_first'),
    ...noticeHints(line.noticeFrom, line.noticeTo),
    ...when(line.projectTo < line.projectFrom, 'timeline', 'fault', 'project_ends_first'),
    ...when(line.sessions.length === 0, 'timeline', 'fault', 'no_session'),
    ...line.sessions.flatMap((session, index) => sessionHints(settings, session, index)),
  ];
}

/** Five working days are usual for a notice (DESIGN, practice §6); public holidays are not known here. */
function noticeHints(from: string, to: string): Hint[] {
  const days = weekdaysBetween(from, to);
  return when(to >= from && days < 5, 'timeline', 'hint', 'notice_short', { days });
}

function sessionHints({ timeline }: Settings, session: Session, index: number): Hint[] {
  const before = timeline.sessions[index - 1];
  const at = { no: index + 1, name: session.name.trim() };
  const each = timeline.presentMinutes + timeline.questionMinutes + timeline.changeMinutes;
  const count = session.to - session.from + 1;
  const available = Math.round((session.end - session.start) / minute);
  const away = daysBetween(timeline.defenseDay, chinaDay(session.start));
  return [
    ...when(at.name === '', 'timeline', 'fault', 'unnamed', { what: 'session', no: index + 1 }),
    ...when(session.end <= session.start, 'timeline', 'fault', 'session_ends_first', at),
    ...when(session.to < session.from, 'timeline', 'fault', 'session_numbers', at),
    ...when(before !== undefined && session.from !== before.to + 1, 'timeline', 'fault', 'session_gap', {
      ...at,
      expected: (before?.to ?? 0) + 1,
    }),
    ...when(index === 0 && session.from !== 1, 'timeline', 'fault', 'session_first', at),
    ...when(before !== undefined && session.start < before.end, 'timeline', 'fault', 'session_overlap', at),
    ...when(away < 0 || away > 6, 'timeline', 'hint', 'session_other_day', at),
    ...when(count > 0 && available > 0 && count * each > available, 'timeline', 'hint', 'session_tight', {
      ...at,
      count,
      needed: count * each,
      available,
    }),
  ];
}
