import type { PlannedProject, Turn } from '../../contract/schedule.ts';
import type { DayTask, SlotFault } from './day-model.ts';
import { slotFaults } from './day-model.ts';

/** Projects that have together one place too few: with any one of them less, the others fit. */
export interface DayClash {
  /** In the order of the task; the one that stayed out among them. */
  readonly projects: readonly PlannedProject[];
  /** Every place that any of them could take, by half-day. */
  readonly places: ReadonlyMap<string, number>;
  /** Free places that none of them can take, by half-day. */
  readonly free: ReadonlyMap<string, number>;
  /** What keeps the one that stayed out from the other places. */
  readonly faults: ReadonlySet<SlotFault['kind']>;
}

/**
 * Why a project found no place (Hall 1935): from its places to those who hold them, to their other places, and so on.
 * If all of these are taken, the projects reached have one place too few, and none of them can be spared, since each
 * could be the one that stays out.
 * @param turns a plan that no further project fits into by its places alone
 * @returns null where a place could be freed: what keeps the project out is then a rule between projects
 */
export function dayClash(task: DayTask, turns: readonly Turn[], proposal: string): DayClash | null {
  const projects = new Map(task.projects.map((project) => [project.proposal, project]));
  const holder = new Map(turns.map((turn) => [key(turn), turn.proposal]));
  const faultAt = slotFaults(task);
  const all = task.halfDays.flatMap(({ session, slots }) =>
    slots.flatMap((slot, index) =>
      slot.over ? [] : [{ slot, session, key: key({ session, slot: index + 1 }) }],
    ),
  );
  const reached = new Set([proposal]);
  const places = new Set<string>();
  for (const id of reached) {
    const project = projects.get(id);
    if (project === undefined) return null;
    for (const place of all) {
      if (places.has(place.key) || faultAt(project, place.slot) !== null) continue;
      const by = holder.get(place.key);
      if (by === undefined) return null;
      places.add(place.key);
      reached.add(by);
    }
  }
  const out = projects.get(proposal);
  const count = (keep: (place: (typeof all)[number]) => boolean) => {
    const counts = new Map<string, number>();
    for (const place of all) if (keep(place)) counts.set(place.session, (counts.get(place.session) ?? 0) + 1);
    return counts;
  };
  return {
    projects: task.projects.filter((project) => reached.has(project.proposal)),
    places: count((place) => places.has(place.key)),
    free: count((place) => !holder.has(place.key)),
    faults: new Set(
      all.flatMap(({ slot }) => {
        const fault = out && faultAt(out, slot);
        return fault ? [fault.kind] : [];
      }),
    ),
  };
}

const key = ({ session, slot }: { session: string; slot: number }): string => `${session} ${slot}`;
