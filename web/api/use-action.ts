import { ref, shallowRef } from 'vue';
import type { Ref, ShallowRef } from 'vue';

/** Something the person does that the server must answer. */
export interface Action<Args extends unknown[]> {
  /** Gives true when it was done; a second press while it runs does nothing. */
  run: (...args: Args) => Promise<boolean>;
  running: Ref<boolean>;
  /** What went wrong the last time; null again as soon as it runs once more. */
  error: ShallowRef<unknown>;
}

/** Wraps an act so that a screen can show that it runs and why it failed. */
export function useAction<Args extends unknown[]>(act: (...args: Args) => Promise<unknown>): Action<Args> {
  const running = ref(false);
  const error = shallowRef<unknown>(null);

  async function run(...args: Args): Promise<boolean> {
    if (running.value) return false;
    running.value = true;
    error.value = null;
    try {
      await act(...args);
      return true;
    } catch (cause) {
      error.value = cause;
      return false;
    } finally {
      running.value = false;
    }
  }

  return { run, running, error };
}
