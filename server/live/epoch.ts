import { eq } from 'drizzle-orm';
import { installationScope } from '../store/store.ts';
import type { Store } from '../store/store.ts';

/**
 * The epoch of what this store holds, kept as a fact in it. Whoever meets another epoch than before sends again
 * everything since, acknowledged or not. A single server begins a new one at each start: what lies in its file may
 * have come back from a copy. Nodes over PostgreSQL share theirs, which only a restore renews.
 * @param epoch an id never used before
 * @returns the epoch that holds from here on
 */
export async function beginEpoch(store: Store, epoch: string): Promise<string> {
  const { fact } = store.t;
  return store.write(installationScope, async (tx) => {
    const [known] = await tx.select().from(fact).where(eq(fact.name, 'epoch'));
    if (known && store.engine === 'postgres') return String(known.value);
    await tx
      .insert(fact)
      .values({ name: 'epoch', value: epoch })
      .onConflictDoUpdate({ target: fact.name, set: { value: epoch } });
    return epoch;
  });
}
