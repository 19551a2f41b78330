import type { Opening, ScheduleModel } from '../model.ts';
import { seatJudges } from './seats.ts';

/**
 * A model in whole numbers: slots of all days in one row, everybody and everything by index. A defense that starts at
 * slot s fits where the run from s (open slots in a row on that day) is at least its duration.
 */
export interface Grid {
  readonly model: ScheduleModel;
  readonly slotCount: number;
  /** Of each slot: its day, the first slot of that day, the one after the last of that day. */
  readonly dayOf: Int32Array;
  readonly dayStart: Int32Array;
  readonly dayEnd: Int32Array;
  readonly roomRun: readonly Uint16Array[];
  readonly judgeRun: readonly Uint16Array[];
  readonly proposalRun: readonly Uint16Array[];
  /** Most defenses of each judge. */
  readonly judgeMax: Int32Array;
  readonly duration: Int32Array;
  /** Applicant with more than one proposal, else -1. */
  readonly applicant: Int32Array;
  readonly applicantCount: number;
  /** Of each proposal, of each role: the judges who may take it. */
  readonly eligible: readonly (readonly Int32Array[])[];
  /** Slots where a defense can start when nothing else is placed, ascending. */
  readonly starts: readonly Int32Array[];
}

export function gridOf(model: ScheduleModel): Grid {
  const first = firstSlots(model);
  const dayOf = Int32Array.from(
    model.days.flatMap(({ slots }, day) => Array.from({ length: slots }, () => day)),
  );
  const dayStart = dayOf.map((day) => first[day] ?? 0);
  const dayEnd = dayOf.map((day) => first[day + 1] ?? 0);
  const runsOf = (opening: Opening) => openRuns(opening, model, dayOf, dayStart);
  const judgeIndex = new Map(model.judges.map(({ id }, index) => [id, index]));
  const indexesOf = (ids: readonly string[]) => Int32Array.from(ids, (id) => judgeIndex.get(id) ?? -1);
  const base = {
    model,
    slotCount: dayOf.length,
    dayOf,
    dayStart,
    dayEnd,
    roomRun: model.rooms.map(({ open }) => runsOf(open)),
    judgeRun: model.judges.map(({ open }) => runsOf(open)),
    proposalRun: model.proposals.map(({ open }) => runsOf(open)),
    judgeMax: Int32Array.from(model.judges, ({ max }) =>
      Math.min(max ?? model.proposals.length, model.proposals.length),
    ),
    duration: Int32Array.from(model.proposals, ({ duration }) => duration),
    ...applicantsOf(model),
    eligible: model.proposals.map(({ roles }) => roles.map(({ eligible }) => indexesOf(eligible))),
  };
  return { ...base, starts: model.proposals.map((_, proposal) => startsOf(base, proposal)) };
}

/** Of each day: its first slot; at the end the number of slots. */
function firstSlots({ days }: ScheduleModel): number[] {
  const first = [0];
  for (const { slots } of days) first.push((first[first.length - 1] ?? 0) + slots);
  return first;
}

/** Of each slot: how many open slots follow in a row on that day, itself included. */
function openRuns(
  opening: Opening,
  { days }: ScheduleModel,
  dayOf: Int32Array,
  dayStart: Int32Array,
): Uint16Array {
  const there = opening && new Map(opening.map(({ day, slots }) => [day, new Set(slots)]));
  const runs = new Uint16Array(dayOf.length);
  for (let slot = runs.length - 1; slot >= 0; slot -= 1) {
    const inDay = slot - (dayStart[slot] ?? 0) + 1;
    const open = there === null || there.get(days[dayOf[slot] ?? 0]?.id ?? '')?.has(inDay);
    if (open === true) runs[slot] = 1 + (dayOf[slot + 1] === dayOf[slot] ? (runs[slot + 1] ?? 0) : 0);
  }
  return runs;
}

function applicantsOf({ proposals }: ScheduleModel): Pick<Grid, 'applicant' | 'applicantCount'> {
  const times = new Map<string, number>();
  for (const { applicant } of proposals)
    if (applicant !== null) times.set(applicant, (times.get(applicant) ?? 0) + 1);
  const several = [...times].filter(([, count]) => count > 1).map(([id]) => id);
  const index = new Map(several.map((id, position) => [id, position]));
  return {
    applicant: Int32Array.from(proposals, ({ applicant }) => index.get(applicant ?? '') ?? -1),
    applicantCount: several.length,
  };
}

function startsOf(grid: Omit<Grid, 'starts'>, proposal: number): Int32Array {
  const need = grid.duration[proposal] ?? 1;
  const fits: number[] = [];
  for (let slot = 0; slot < grid.slotCount; slot += 1) {
    if ((grid.proposalRun[proposal]?.[slot] ?? 0) < need) continue;
    if (!grid.roomRun.some((run) => (run[slot] ?? 0) >= need)) continue;
    const roles = (grid.eligible[proposal] ?? []).map((judges) =>
      [...judges].filter(
        (judge) => (grid.judgeRun[judge]?.[slot] ?? 0) >= need && (grid.judgeMax[judge] ?? 0) > 0,
      ),
    );
    if (seatJudges(roles) !== null) fits.push(slot);
  }
  return Int32Array.from(fits);
}
