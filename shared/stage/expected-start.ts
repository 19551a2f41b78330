import type { defenseStatuses } from '../contract/defenses.ts';
import type { Phase } from '../contract/stage.ts';
import type { Settings } from '../contract/settings.ts';
import { nextPhase } from './stage-machine.ts';
import { slotLength } from './timetable.ts';

type Timeline = Settings['timeline'];
type PhaseMinutes = { present: number; question: number; change: number };

/** A project in the course of the day. */
export interface Turn {
  proposal: string;
  session: string;
  status: (typeof defenseStatuses)[number];
}

/**
 * Milliseconds that the project on stage still needs; time overrun is gone, not to come.
 * @param remaining milliseconds left in its phase, negative after the end; null where no clock runs
 */
export function restOfDefense(phase: Phase, remaining: number | null, minutes: PhaseMinutes): number {
  let rest = Math.max(0, remaining ?? 0);
  for (let next = nextPhase(phase, minutes); next !== null; next = nextPhase(next, minutes))
    if (next === 'question' || next === 'change') rest += minutes[next] * 60_000;
  return rest;
}

/**
 * When each project that still waits is expected on stage, by what has happened so far: one after the other from now
 * on, never before their session begins. A withdrawn project takes no time, so those behind it come earlier.
 * @param turns in the order of the day
 * @param freeIn milliseconds until the stage is free
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970 by project
 */
export function expectedStarts(
  turns: readonly Turn[],
  timeline: Timeline,
  freeIn: number,
  now: number,
): Map<string, number> {
  const starts = new Map<string, number>();
  let free = now + freeIn;
  for (const { proposal, session, status } of turns) {
    if (status !== 'waiting') continue;
    const opens = timeline.sessions.find(({ id }) => id === session)?.start ?? 0;
    const start = Math.max(free, opens);
    starts.set(proposal, start);
    free = start + slotLength(timeline);
  }
  return starts;
}
