import { and, desc, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Result } from '../../../shared/contract/results.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { competitionRow } from '../competitions/queries.ts';
import { accountNames } from '../people/queries.ts';
import { presentResult } from './present.ts';
import { loadRecordOfDay } from './record-of-day.ts';
import { signatureOf } from './signature.ts';

export type ResultRow = Context['store']['t']['result']['$inferSelect'];

/** The latest version of a competition's result; null before the first. */
export async function latestResult(
  { store }: Context,
  db: Db,
  competition: string,
): Promise<ResultRow | null> {
  const { result } = store.t;
  const [row] = await db
    .select()
    .from(result)
    .where(eq(result.competition, competition))
    .orderBy(desc(result.version))
    .limit(1);
  return row ?? null;
}

/** Number of the latest version; 0 before the first. */
export async function latestResultVersion({ store }: Context, db: Db, competition: string): Promise<number> {
  const { result } = store.t;
  const [row] = await db
    .select({ version: result.version })
    .from(result)
    .where(eq(result.competition, competition))
    .orderBy(desc(result.version))
    .limit(1);
  return row?.version ?? 0;
}

/**
 * One stored version; the latest without a number.
 * @throws ContractError not_found
 */
export async function resultRow(context: Context, competition: string, version?: number): Promise<ResultRow> {
  const { result } = context.store.t;
  const row =
    version === undefined
      ? await latestResult(context, context.store.read, competition)
      : (
          await context.store.read
            .select()
            .from(result)
            .where(and(eq(result.competition, competition), eq(result.version, version)))
        )[0];
  if (!row) throw new ContractError('not_found');
  return row;
}

/** A stored version as the contract shows it. */
export async function showResult(context: Context, row: ResultRow): Promise<Result> {
  const { settings } = await competitionRow(context, context.store.read, row.competition);
  const names = await accountNames(context, [row.by]);
  return presentResult(
    row,
    settings,
    await loadRecordOfDay(context, row.competition),
    names.get(row.by) ?? '',
    await signatureOf(context, row.competition, row.version),
  );
}
