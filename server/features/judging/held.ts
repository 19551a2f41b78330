import { and, eq } from 'drizzle-orm';
import type { Held } from '../../../shared/contract/judging.ts';
import type { Context } from '../../context.ts';

/** How old an unchanged report may get before it is written again, in milliseconds. */
const interval = 15_000;

const lastNoted = new WeakMap<Context, Map<string, Held & { at: number }>>();

/** Notes what a device says it holds of a judge. Written by the way, like its presence: nobody waits for it. */
export function noteHeld(
  context: Context,
  { competition, judge }: { competition: string; judge: string },
  device: string,
  { sheets, waiting }: Partial<Held>,
): void {
  if (sheets === undefined || waiting === undefined) return;
  const noted = lastNoted.get(context) ?? new Map<string, Held & { at: number }>();
  lastNoted.set(context, noted);
  const key = `${device} ${judge}`;
  const before = noted.get(key);
  const held = { sheets, waiting, at: context.now() };
  if (before?.sheets === sheets && before.waiting === waiting && held.at - before.at < interval) return;
  noted.set(key, held);
  const { seated } = context.store.t;
  context.store
    .write(competition, (tx) =>
      tx
        .update(seated)
        .set({ held })
        .where(and(eq(seated.device, device), eq(seated.judge, judge))),
    )
    .catch(() => noted.delete(key));
}
