/** A public instance of thesis defence scheduling (Almeida, Santos, Figueira, EJOR 2024): [day, slots] each. */
export interface ThesisInstance {
  readonly id: string;
  readonly defences: number;
  readonly roles: number;
  readonly days: number;
  readonly slots_per_day: number;
  readonly duration_slots: number;
  readonly member: readonly {
    readonly max: number;
    readonly avail: readonly (readonly [number, readonly number[]])[];
    readonly roles: readonly (readonly [number, number])[];
  }[];
  readonly room_avail: readonly (readonly (readonly [number, readonly number[]])[])[];
  readonly proven_g: number;
}

/**
 * The instance as a `schedule/1` file. It asks for openness at the first slot only and keeps two starts `duration`
 * slots apart, also beyond the end of the day: a defense of one slot with a gap behind it.
 */
export function thesisFile(instance: ThesisInstance) {
  const open = (days: readonly (readonly [number, readonly number[]])[]) =>
    days.map(([day, slots]) => ({ day: `d${day}`, slots }));
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const gap = instance.duration_slots - 1;
  return {
    format: 'schedule/1',
    days: numbers(instance.days).map((day) => ({ id: `d${day}`, slots: instance.slots_per_day })),
    rooms: instance.room_avail.map((days, index) => ({ id: `room${index + 1}`, open: open(days) })),
    judges: instance.member.map(({ max, avail }, index) => ({ id: `m${index + 1}`, max, open: open(avail) })),
    proposals: numbers(instance.defences).map((defence) => ({
      id: `p${defence}`,
      roles: numbers(instance.roles).map((role) => ({
        role: `role${role}`,
        eligible: instance.member.flatMap(({ roles }, index) =>
          roles.some(([one, two]) => one === defence && two === role) ? [`m${index + 1}`] : [],
        ),
      })),
    })),
    gap: { room: gap, judge: gap },
  };
}
