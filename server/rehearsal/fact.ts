import { eq } from 'drizzle-orm';
import { installationScope } from '../store/store.ts';
import type { Store } from '../store/store.ts';

/**
 * Whether a store is a rehearsal is a fact in it, not a switch: no way of starting makes a real folder a rehearsal or
 * a rehearsal real, and a copy of a rehearsal stays one.
 */
export async function isRehearsal(store: Store): Promise<boolean> {
  const { fact } = store.t;
  const rows = await store.read.select().from(fact).where(eq(fact.name, 'rehearsal'));
  return rows.length > 0;
}

/** Makes a store a rehearsal for good. @param at milliseconds since 1970 */
export async function becomeRehearsal(store: Store, at: number): Promise<void> {
  const { fact } = store.t;
  await store.write(installationScope, (tx) =>
    tx.insert(fact).values({ name: 'rehearsal', value: { at } }).onConflictDoNothing(),
  );
}
