import type { Session } from '../../../../shared/contract/settings.ts';
import type { Defense } from '../../../../shared/contract/defenses.ts';
import { plannedStart, slotLength } from '../../../../shared/stage/timetable.ts';
import type { Preparation } from './data.ts';

/** From the first defense of a half-day to the end of the last, as planned; before the order is known as set. */
export function sessionSpan(
  { head, order }: Preparation,
  session: Session,
): { start: number; end: number; own: Defense[] } {
  const { timeline } = head.settings;
  const own = order.filter((one) => one.session === session.id);
  const starts = own.map((one) => one.plannedStart);
  const last = own.length === 0 ? plannedStart(session.to, timeline) : Math.max(...starts);
  return {
    start: own.length === 0 ? session.start : Math.min(...starts),
    end: last + slotLength(timeline),
    own,
  };
}
