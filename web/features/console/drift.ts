import type { Console } from '../../../shared/contract/stage.ts';
import { nextPhase } from '../../../shared/stage/stage-machine.ts';
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
  const endsAt = now + restOfDefense(stage, minutes, now) + waiting * length;
  return { late: Math.round((endsAt - (start + own.length * length)) / minute), endsAt };
}

/** Milliseconds that the project on stage still needs; time overrun is gone, not to come. */
function restOfDefense(stage: Console['stage'], minutes: PhaseMinutes, now: number): number {
  let rest = Math.max(0, remainingAt(stage, now) ?? 0);
  for (let phase = nextPhase(stage.phase, minutes); phase !== null; phase = nextPhase(phase, minutes))
    if (phase === 'question' || phase === 'change') rest += minutes[phase] * minute;
  return rest;
}
