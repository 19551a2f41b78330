import { eq } from 'drizzle-orm';
import type { JsonValue } from '../../shared/ledger/canonical.ts';
import { installationScope } from '../store/store.ts';
import type { Store } from '../store/store.ts';

/**
 * How the server before this one ended, times in ms since 1970. `unclean`: without a word, as when the power goes.
 * `restored`: this data folder was made from a copy taken at `taken`. `shared`: one of many nodes over PostgreSQL,
 * which come and go.
 */
export type Beginning =
  { kind: 'first' | 'clean' | 'unclean' | 'shared' } | { kind: 'restored'; at: number; taken: number };

type Run = { state: 'running' } | { state: 'stopped' } | { state: 'restored'; at: number; taken: number };

/** Notes that a server runs on this store, and tells how the one before it ended. */
export async function beginRun(store: Store): Promise<Beginning> {
  if (store.engine === 'postgres') return { kind: 'shared' };
  const { fact } = store.t;
  const [known] = await store.read.select().from(fact).where(eq(fact.name, 'run'));
  await note(store, { state: 'running' });
  const before = known?.value as Run | undefined;
  if (before === undefined) return { kind: 'first' };
  if (before.state === 'restored') return { kind: 'restored', at: before.at, taken: before.taken };
  return { kind: before.state === 'stopped' ? 'clean' : 'unclean' };
}

/** Notes that the server has ended on purpose, with everything answered. */
export const endRun = async (store: Store): Promise<void> => {
  if (store.engine === 'sqlite') await note(store, { state: 'stopped' });
};

/** Notes in a store made from a copy when that was done and when the copy was taken. */
export const noteRestored = (store: Store, times: { at: number; taken: number }): Promise<void> =>
  note(store, { state: 'restored', ...times });

async function note(store: Store, run: Run): Promise<void> {
  const { fact } = store.t;
  const value: JsonValue = run;
  await store.write(installationScope, (tx) =>
    tx.insert(fact).values({ name: 'run', value }).onConflictDoUpdate({ target: fact.name, set: { value } }),
  );
}
