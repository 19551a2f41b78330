import type { Session, Settings } from '../contract/settings.ts';

type Timeline = Settings['timeline'];

/**
 * The session an order number (出场顺序号) belongs to: the last one that starts at or before it. Numbers behind
 * the last range go on in the last session, since the ranges are set before anybody knows how many will defend.
 */
export function sessionOf(order: number, { sessions }: Pick<Timeline, 'sessions'>): Session {
  const byNumber = [...sessions].sort((a, b) => a.from - b.from);
  const session = byNumber.filter(({ from }) => from <= order).pop() ?? byNumber[0];
  if (!session) throw new RangeError('a competition has at least one session');
  return session;
}

/** Milliseconds one project takes: to present, to be questioned, and for marks to be changed. */
export const slotLength = (
  timeline: Pick<Timeline, 'presentMinutes' | 'questionMinutes' | 'changeMinutes'>,
): number => (timeline.presentMinutes + timeline.questionMinutes + timeline.changeMinutes) * 60_000;

/** When a project is expected on stage; a withdrawn one keeps its slot, since numbers never close up. */
export function plannedStart(order: number, timeline: Timeline): number {
  const session = sessionOf(order, timeline);
  return session.start + Math.max(0, order - session.from) * slotLength(timeline);
}
