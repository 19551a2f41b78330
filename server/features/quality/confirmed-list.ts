import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { DecisionBody } from '../../../shared/contract/results.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';

/** The list of amounts that a second person has confirmed on a version of the result; null while there is none. */
export async function confirmedList(
  { store }: Context,
  db: Db,
  competition: string,
  resultVersion: number,
): Promise<DecisionBody | null> {
  const { decision } = store.t;
  const [row] = await db
    .select({ body: decision.body })
    .from(decision)
    .where(
      and(
        eq(decision.competition, competition),
        eq(decision.resultVersion, resultVersion),
        isNotNull(decision.confirmedAt),
      ),
    )
    .orderBy(desc(decision.version))
    .limit(1);
  return row?.body ?? null;
}
