import { onScopeDispose, shallowRef } from 'vue';
import type { ShallowRef } from 'vue';
import { stage as routes } from '../../../shared/contract/stage.ts';
import type { StageSnapshot, WaitingList } from '../../../shared/contract/stage.ts';
import { call } from '../../api/client.ts';
import { useStage } from '../stage/useStage.ts';

export type Turn = WaitingList['turns'][number];

/** Milliseconds between two readings without news: a project that runs over its time moves all behind it. */
const every = 30_000;

/** What the course of the day depends on; who has submitted is not part of it. */
const course = ({ epoch, proposal, phase, endsAt, remaining, next, books }: StageSnapshot): string =>
  JSON.stringify([epoch, proposal, phase, endsAt, remaining, next, books]);

/** How many are still to come before this one, the one on stage included. */
export const aheadOf = (turns: readonly Turn[], proposal: string): number =>
  turns
    .slice(
      0,
      Math.max(
        0,
        turns.findIndex((turn) => turn.proposal === proposal),
      ),
    )
    .filter(({ status }) => status === 'waiting' || status === 'on_stage').length;

/** The waiting list, read again when the day moves; the last one heard stays while the server is silent. */
export function useWaitingList(competition: string): {
  list: Readonly<ShallowRef<WaitingList | null>>;
  fault: Readonly<ShallowRef<unknown>>;
  reload: () => Promise<void>;
} {
  const list = shallowRef<WaitingList | null>(null);
  const fault = shallowRef<unknown>(null);

  async function reload(): Promise<void> {
    try {
      const heard = await call(routes.waiting, { params: { competition } });
      if (list.value === null || heard.serverTime >= list.value.serverTime) list.value = heard;
      fault.value = null;
    } catch (error) {
      fault.value = error;
    }
  }

  useStage(competition, null, (now, before) => {
    if (before !== null && course(now) !== course(before)) void reload();
  });
  const timer = setInterval(() => void reload(), every);
  onScopeDispose(() => clearInterval(timer));
  void reload();
  return { list, fault, reload };
}
