import type { Console } from '../../../shared/contract/stage.ts';
import { restOfDefense } from '../../../shared/stage/expected-start.ts';
import { remainingAt } from '../stage/snapshot.ts';
import type { PhaseMinutes } from './next-step.ts';

/** How a session stands against the timetable. */
export interface Drift {
  /** Minutes late, negative when early. */
  late: number;
  /** When it will end if nothing more is lost, milliseconds. */
  endsAt: number;
}

const minute = 60_000;

/**
 * The timetable gives every project of the session, withdrawn ones too, the same length from the start of the
 * session; what is still to come takes what it takes.
 * @param start planned start of the session, milliseconds
 * @param now server time, milliseconds
 */
export function driftOf(
  { stage, rows }: Console,
  session: string,
  start: number,
  minutes: PhaseMinutes,
  now: number,
): Drift {
  const length = (minutes.present + minutes.question + minutes.change) * minute;
  const own = rows.filter((row) => row.session === session);
  const waiting = own.filter(({ status }) => status === 'waiting').length;
  const endsAt = now + restOfDefense(stage.phase, remainingAt(stage, now), minutes) + waiting * length;
  return { late: Math.round((endsAt - (start + own.length * length)) / minute), endsAt };
}
