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
 * The plan gives every project of the session, withdrawn ones too, the same length, with pauses between where it has
 * some; what is still to come takes what it takes, the pauses included.
 * @param now server time, milliseconds
 */
export function driftOf(
  { stage, rows }: Console,
  session: string,
  minutes: PhaseMinutes,
  now: number,
): Drift {
  const length = (minutes.present + minutes.question + minutes.change) * minute;
  const own = rows.filter((row) => row.session === session);
  const waiting = own.filter(({ status }) => status === 'waiting').length;
  const plannedEnd = Math.max(...own.map(({ plannedStart }) => plannedStart)) + length;
  const current = own.find(({ proposal }) => proposal === stage.proposal);
  const ahead = own.filter(
    ({ plannedStart }) => current !== undefined && plannedStart > current.plannedStart,
  );
  const pauses =
    current === undefined ? 0 : plannedEnd - (current.plannedStart + length) - ahead.length * length;
  const rest = restOfDefense(stage.phase, remainingAt(stage, now), minutes);
  const endsAt = now + rest + waiting * length + Math.max(0, pauses);
  return { late: Math.round((endsAt - plannedEnd) / minute), endsAt };
}
