import { onScopeDispose, shallowRef } from 'vue';
import type { ShallowRef } from 'vue';
import type { StageSnapshot } from '../../../shared/contract/stage.ts';
import { connection } from '../../offline/connection.ts';
import type { ClockOffset } from './server-clock.ts';
import { betterOffset } from './server-clock.ts';
import { newerSnapshot } from './snapshot.ts';
import { followStage } from './stage-stream.ts';

export interface Stage {
  /** The last one heard; it stays while the server is silent. */
  snapshot: Readonly<ShallowRef<StageSnapshot | null>>;
  /** Server time now, milliseconds, independent of the device's own clock. */
  now: () => number;
}

/**
 * The stage of a competition, live while the page is visible, until the scope ends.
 * @param first what the device still knows from before
 * @param onNews called after each newer snapshot, with the one before
 */
export function useStage(
  competition: string,
  first: StageSnapshot | null = null,
  onNews: (snapshot: StageSnapshot, before: StageSnapshot | null) => void = () => undefined,
): Stage {
  const snapshot = shallowRef(first);
  let offset: ClockOffset | null = first === null ? null : first.serverTime - performance.now();

  function take(heard: StageSnapshot): void {
    offset = betterOffset(offset, heard.serverTime - performance.now());
    const before = snapshot.value;
    const newer = newerSnapshot(before, heard);
    if (newer === before) return;
    snapshot.value = newer;
    const isNews = before === null || before.epoch !== newer.epoch || before.seq !== newer.seq;
    if (isNews) onNews(newer, before);
  }

  onScopeDispose(
    followStage(competition, {
      snapshot: take,
      heard: () => connection.answered(Date.now()),
      silent: connection.failed,
    }),
  );
  return { snapshot, now: () => (offset === null ? Date.now() : performance.now() + offset) };
}
