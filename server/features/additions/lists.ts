import { desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';

export type AdjustmentList = Context['store']['t']['adjustmentList']['$inferSelect'];
export type VoteList = Context['store']['t']['voteList']['$inferSelect'];

/** The list of 加减分 that holds; null before the first. */
export async function latestAdjustments(
  { store }: Pick<Context, 'store'>,
  db: Db,
  competition: string,
): Promise<AdjustmentList | null> {
  const { adjustmentList } = store.t;
  const [row] = await db
    .select()
    .from(adjustmentList)
    .where(eq(adjustmentList.competition, competition))
    .orderBy(desc(adjustmentList.version))
    .limit(1);
  return row ?? null;
}

/** The vote counts that hold; null before the first. */
export async function latestVotes(
  { store }: Pick<Context, 'store'>,
  db: Db,
  competition: string,
): Promise<VoteList | null> {
  const { voteList } = store.t;
  const [row] = await db
    .select()
    .from(voteList)
    .where(eq(voteList.competition, competition))
    .orderBy(desc(voteList.version))
    .limit(1);
  return row ?? null;
}
