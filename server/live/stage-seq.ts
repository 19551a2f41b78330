import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { perSchema, prepared } from '../store/prepared.ts';
import type { Db } from '../store/store.ts';

const statements = perSchema(({ stage }) => ({
  advance: prepared('stage_advance', (db) =>
    db
      .update(stage)
      .set({ seq: sql`${stage.seq} + 1` })
      .where(eq(stage.competition, sql.placeholder('competition'))),
  ),
  books: prepared('stage_books', (db) =>
    db
      .update(stage)
      .set({ seq: sql`${stage.seq} + 1`, books: sql`${stage.books} + 1` })
      .where(eq(stage.competition, sql.placeholder('competition'))),
  ),
}));

/**
 * Marks, in the transaction of the change, that what the hall sees has changed: who is on stage, the phase, who is
 * in, the panel, the order. Listeners are told after the commit.
 */
export async function advanceStage({ store }: Context, tx: Db, competition: string): Promise<void> {
  await statements(store.t).advance(tx, { competition });
}

/** The same where the staff changed something in a judge's book: tablets read theirs again at once. */
export async function advanceBooks({ store }: Context, tx: Db, competition: string): Promise<void> {
  await statements(store.t).books(tx, { competition });
}
