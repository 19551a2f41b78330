import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** How old `seenAt` of a device that is in use may get, in milliseconds. */
export const presenceInterval = 15_000;

const lastNoted = new WeakMap<Context, Map<string, number>>();

/** Notes that devices are there. Written by the way: presence is a hint, and nobody waits for it. */
export function noteSeen(context: Context, competition: string, devices: readonly string[]): void {
  const noted = lastNoted.get(context) ?? new Map<string, number>();
  lastNoted.set(context, noted);
  const at = context.now();
  const due = devices.filter((id) => at - (noted.get(id) ?? 0) >= presenceInterval);
  if (due.length === 0) return;
  for (const id of due) noted.set(id, at);
  const { device } = context.store.t;
  context.store
    .write(competition, (tx) => tx.update(device).set({ seenAt: at }).where(inArray(device.id, due)))
    .catch(() => due.forEach((id) => noted.delete(id)));
}
