import type { ScheduleWishes } from '../../contract/schedule.ts';
import type { Settings } from '../../contract/settings.ts';
import { slotLength } from '../../stage/timetable.ts';

/** What of the timetable the half-days read. */
export type HalfDayTimes = Pick<
  Settings['timeline'],
  'presentMinutes' | 'questionMinutes' | 'changeMinutes' | 'place' | 'sessions'
>;

const MINUTE = 60_000;

/** One place of a half-day for one defense; milliseconds since 1970. `over`: ends after the half-day should. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly over: boolean;
}

/** The places of a half-day, the first is slot 1. */
export interface HalfDaySlots {
  readonly session: string;
  readonly name: string;
  readonly place: string;
  readonly slots: readonly Slot[];
  /** How many of the places at the end are kept free. */
  readonly spare: number;
}

/** More places than fit before the end: what is planned already needs them, or the day runs on. */
export interface MoreSlots {
  /** Highest slot in use by session. */
  readonly used?: ReadonlyMap<string, number>;
  readonly extra?: number;
}

/** As the settings have it: whoever plans begins here. */
export function defaultWishes({ sessions, place }: HalfDayTimes): ScheduleWishes {
  return {
    halfDays: sessions.map(({ id, start, end }) => ({ session: id, start, end, place, breaks: [] })),
    bufferMinutes: 0,
    pauseAfterThird: 0,
    spare: 1,
    applicantGap: 0,
    together: false,
    teamsAway: [],
    judgesAway: [],
  };
}

/**
 * The places of every half-day in order of time: one defense after the other with the buffer between them, none
 * across a break, and a rest after the third of the first half-day where it is wished.
 */
export function halfDaySlots(
  timeline: HalfDayTimes,
  wishes: ScheduleWishes,
  { used = new Map(), extra = 0 }: MoreSlots = {},
): HalfDaySlots[] {
  const names = new Map(timeline.sessions.map(({ id, name }) => [id, name]));
  const length = slotLength(timeline);
  return [...wishes.halfDays]
    .sort((a, b) => a.start - b.start)
    .map((halfDay, index): HalfDaySlots => {
      const { session, place } = halfDay;
      const least = used.get(session) ?? 0;
      const rest = index === 0 ? wishes.pauseAfterThird * MINUTE : 0;
      const slots: Slot[] = [];
      let over = 0;
      for (let at = halfDay.start; ;) {
        const start = afterBreaks(at, length, halfDay.breaks);
        const slot = { start, end: start + length, over: start + length > halfDay.end };
        if (slot.over && slots.length >= least && (over += 1) > extra) break;
        slots.push(slot);
        at = slot.end + wishes.bufferMinutes * MINUTE + (slots.length === 3 ? rest : 0);
      }
      const spare = Math.min(wishes.spare, slots.filter((slot) => !slot.over).length);
      return { session, name: names.get(session) ?? session, place, slots, spare };
    });
}

/** The first start from `at` on at which a defense of that length meets no break. */
function afterBreaks(
  at: number,
  length: number,
  breaks: ScheduleWishes['halfDays'][number]['breaks'],
): number {
  let start = at;
  for (const { from, minutes } of [...breaks].sort((a, b) => a.from - b.from))
    if (start < from + minutes * MINUTE && start + length > from) start = from + minutes * MINUTE;
  return start;
}
