import { computed, readonly, ref } from 'vue';

/**
 * Whether the server answers, judged by round trips alone: the last request that ended, or the last byte of the
 * stream. A browser's own idea of being online is not asked.
 */
const silent = ref(false);
const answeredAt = ref<number | null>(null);

export const connection = {
  reachable: computed(() => !silent.value),
  /** When the server was last heard, milliseconds by this device's clock. */
  answeredAt: readonly(answeredAt),
  answered(now: number): void {
    silent.value = false;
    answeredAt.value = now;
  },
  failed(): void {
    silent.value = true;
  },
};
