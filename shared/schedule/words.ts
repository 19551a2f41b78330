import type { ScheduleModel } from './model.ts';

/** Names of a model's parts as they are called in sentences: “名称”（编号）, the id alone where there is no name. */
export interface ScheduleNames {
  readonly proposal: (id: string) => string;
  readonly judge: (id: string) => string;
  readonly room: (id: string) => string;
  readonly day: (id: string) => string;
}

export function namesOf({ proposals, judges, rooms, days }: ScheduleModel): ScheduleNames {
  return {
    proposal: calledBy(proposals),
    judge: calledBy(judges),
    room: calledBy(rooms),
    day: calledBy(days),
  };
}

function calledBy(items: readonly { id: string; name: string }[]): (id: string) => string {
  const names = new Map(items.map(({ id, name }) => [id, name === id ? `“${id}”` : `“${name}”（${id}）`]));
  return (id) => names.get(id) ?? `“${id}”`;
}

/** Slots in a row as one range: 3、5–7. */
export function slotWords(slots: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const slot of [...slots].sort((a, b) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && slot === last[1] + 1) last[1] = slot;
    else ranges.push([slot, slot]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、');
}
