import { onScopeDispose, watch } from 'vue';
import type { ShallowRef } from 'vue';
import type { Seat } from '../../../shared/contract/devices.ts';
import { connection } from '../../offline/connection.ts';
import { hearEpoch, startOutbox } from '../../offline/outbox.ts';
import { followStage } from '../stage/stage-stream.ts';

/**
 * While nobody sits at the tablet: sends what waits of anybody who sat there, and hears when the server has started
 * anew, perhaps from a copy, so that what they had submitted is sent again without them.
 */
export function useAttendance(seat: Readonly<ShallowRef<Seat | null>>): void {
  let stop: () => void = () => undefined;
  watch(
    () => seat.value?.competition,
    (competition) => {
      stop();
      if (competition === undefined) return;
      void startOutbox();
      stop = followStage(competition, {
        snapshot: ({ epoch }) => void hearEpoch(epoch),
        heard: () => connection.answered(Date.now()),
        silent: connection.failed,
      });
    },
    { immediate: true },
  );
  onScopeDispose(() => stop());
}
