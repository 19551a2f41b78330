import { ref, shallowRef } from 'vue';
import type { Ref, ShallowRef } from 'vue';

/** A value on its way from the server: exactly one of `value`, `error` is there once loading has ended. */
export interface Loaded<T> {
  value: ShallowRef<T | null>;
  error: ShallowRef<unknown>;
  loading: Ref<boolean>;
  /** Asks again; the value shown stays until the new one is there. */
  reload: () => Promise<void>;
}

/** Starts loading at once; of two overlapping loads the later one counts. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const value = shallowRef<T | null>(null);
  const error = shallowRef<unknown>(null);
  const loading = ref(true);
  let turn = 0;

  async function reload(): Promise<void> {
    turn += 1;
    const mine = turn;
    loading.value = true;
    try {
      const loaded = await load();
      if (mine !== turn) return;
      value.value = loaded;
      error.value = null;
    } catch (cause) {
      if (mine === turn) error.value = cause;
    } finally {
      if (mine === turn) loading.value = false;
    }
  }

  void reload();
  return { value, error, loading, reload };
}
