import { and, desc, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Decision } from '../../../shared/contract/results.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { accountNames } from '../people/queries.ts';

export type DecisionRecord = Context['store']['t']['decision']['$inferSelect'];

/** The latest recorded decision; null before the first. */
export async function latestDecision(
  { store }: Context,
  db: Db,
  competition: string,
): Promise<DecisionRecord | null> {
  const { decision } = store.t;
  const [row] = await db
    .select()
    .from(decision)
    .where(eq(decision.competition, competition))
    .orderBy(desc(decision.version))
    .limit(1);
  return row ?? null;
}

/**
 * One recorded version.
 * @throws ContractError not_found
 */
export async function decisionOfVersion(
  { store }: Context,
  competition: string,
  version: number,
): Promise<DecisionRecord> {
  const { decision } = store.t;
  if (!Number.isSafeInteger(version)) throw new ContractError('not_found');
  const [row] = await store.read
    .select()
    .from(decision)
    .where(and(eq(decision.competition, competition), eq(decision.version, version)));
  if (!row) throw new ContractError('not_found');
  return row;
}

/** A recorded decision as the contract shows it. */
export async function showDecision(context: Context, row: DecisionRecord): Promise<Decision> {
  const { body, fingerprint, recordedAt, recordedBy, confirmedAt, confirmedBy } = row;
  const names = await accountNames(context, [recordedBy, confirmedBy ?? recordedBy]);
  return {
    ...body,
    fingerprint,
    recordedAt,
    recordedBy: names.get(recordedBy) ?? '',
    confirmedAt,
    confirmedBy: names.get(confirmedBy ?? '') ?? '',
  };
}
