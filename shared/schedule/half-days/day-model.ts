import type { PlannedProject, ScheduleWishes, Turn } from '../../contract/schedule.ts';
import type { OpenSlots, Opening, Placement, ScheduleModel } from '../model.ts';
import type { HalfDaySlots, Slot } from './slots.ts';

/** The one room of the model: a half-day has one panel in one place. */
export const HALL = 'hall';

/** What a plan of half-days is made from. */
export interface DayTask {
  readonly halfDays: readonly HalfDaySlots[];
  readonly wishes: ScheduleWishes;
  readonly projects: readonly PlannedProject[];
  /** Ids of the panel. */
  readonly judges: readonly string[];
  /** Fewest judges that must be able to score a project. */
  readonly quorum: number;
  readonly lot: readonly string[] | null;
  /** Whether the places kept free are closed: for a plan that is made, not for one that is checked. */
  readonly spareClosed: boolean;
}

/** Why a project cannot stand in a slot. */
export type SlotFault =
  | { readonly kind: 'team_away' }
  | { readonly kind: 'few_judges'; readonly left: number; readonly quorum: number };

/**
 * The half-days as a `schedule/1` with one room: a half-day is a day of the model. Judges sit through, so they limit
 * where a project may stand only when too few of those who may score it are there.
 */
export function dayModel(task: DayTask): ScheduleModel {
  const { halfDays, wishes, projects } = task;
  const faultAt = slotFaults(task);
  return {
    days: halfDays.map(({ session, name, slots }) => ({ id: session, name, slots: slots.length })),
    rooms: [{ id: HALL, name: HALL, open: roomOpening(task) }],
    judges: [],
    proposals: projects.map((project) => ({
      id: project.proposal,
      name: project.title,
      applicant: project.applicant,
      duration: 1,
      roles: [],
      open: opening(halfDays, (slot) => faultAt(project, slot) === null),
    })),
    gap: { room: 0, judge: 0, applicant: wishes.applicantGap },
    lot: task.lot,
  };
}

/** Tells what keeps a project out of a slot; null: nothing. */
export function slotFaults({
  wishes,
  judges,
  quorum,
}: Pick<DayTask, 'wishes' | 'judges' | 'quorum'>): (project: PlannedProject, slot: Slot) => SlotFault | null {
  return ({ proposal, recused }, slot) => {
    const meets = ({ from, to }: { from: number; to: number }) => slot.start < to && slot.end > from;
    if (wishes.teamsAway.some((away) => away.proposal === proposal && meets(away)))
      return { kind: 'team_away' };
    const away = new Set(wishes.judgesAway.filter(meets).map(({ judge }) => judge));
    if (away.size === 0) return null;
    const left = judges.filter((judge) => !recused.includes(judge) && !away.has(judge)).length;
    return left < quorum ? { kind: 'few_judges', left, quorum } : null;
  };
}

function roomOpening({ halfDays, wishes, spareClosed }: DayTask): Opening {
  if (!spareClosed || wishes.spare === 0) return null;
  return halfDays.map(({ session, slots, spare }) => ({
    day: session,
    slots: Array.from({ length: slots.length - spare }, (_, index) => index + 1),
  }));
}

function opening(halfDays: readonly HalfDaySlots[], open: (slot: Slot) => boolean): Opening {
  const there = halfDays.map(({ session, slots }): OpenSlots => ({
    day: session,
    slots: slots.flatMap((slot, index) => (open(slot) ? [index + 1] : [])),
  }));
  const all = there.every((each, index) => each.slots.length === halfDays[index]?.slots.length);
  return all ? null : there;
}

/** Turns as placements of the model. */
export const placementOf = ({ proposal, session, slot }: Turn): Placement => ({
  proposal,
  day: session,
  slot,
  room: HALL,
  judges: {},
});

export const turnOf = ({ proposal, day, slot }: Placement): Turn => ({ proposal, session: day, slot });
