import type { Scope, Store } from '../store/store.ts';

/**
 * Tells those who watch a competition that something in it was committed. It carries no data: the table is the
 * truth. On PostgreSQL commits of other nodes arrive by NOTIFY, and each node also looks every second.
 */
export interface Hub {
  /** @returns a function that ends the watch */
  watch(scope: Scope, listener: () => void): () => void;
  /** Watchers now, over all competitions. */
  size(): number;
  close(): void;
}

/** @param lookEvery milliseconds between looks where a commit of another node might be missed; 0 for none */
export function openHub(store: Store, lookEvery = store.engine === 'postgres' ? 1000 : 0): Hub {
  const watchers = new Map<Scope, Set<() => void>>();
  const tell = (scope: Scope) => watchers.get(scope)?.forEach((listener) => listener());
  store.onCommit(tell);
  const timer = lookEvery > 0 ? setInterval(() => [...watchers.keys()].forEach(tell), lookEvery) : null;
  return {
    watch(scope, listener) {
      const listeners = watchers.get(scope) ?? new Set();
      watchers.set(scope, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watchers.delete(scope);
      };
    },
    size: () => [...watchers.values()].reduce((sum, listeners) => sum + listeners.size, 0),
    close: () => timer && clearInterval(timer),
  };
}
