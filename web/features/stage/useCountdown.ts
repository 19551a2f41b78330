import { computed, onScopeDispose, ref } from 'vue';
import type { ComputedRef } from 'vue';
import { remainingAt } from './snapshot.ts';
import type { Stage } from './useStage.ts';

const tick = 250;

/** Milliseconds left in the phase on stage, kept up to date; null where no clock runs. */
export function useCountdown({ snapshot, now }: Stage): ComputedRef<number | null> {
  const time = ref(now());
  const timer = setInterval(() => (time.value = now()), tick);
  onScopeDispose(() => clearInterval(timer));
  return computed(() => {
    const stage = snapshot.value;
    // A snapshot may be younger than the last tick.
    return stage === null ? null : remainingAt(stage, Math.max(time.value, stage.serverTime));
  });
}
