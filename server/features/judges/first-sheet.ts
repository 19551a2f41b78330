import { and, eq, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';

/**
 * Refuses what is only possible until any judge of the competition has submitted a sheet.
 * @throws ContractError wrong_state
 */
export async function requireNoSheet(
  { store }: Context,
  tx: Db,
  competition: string,
  message: string,
): Promise<void> {
  const { sheet } = store.t;
  const [first] = await tx
    .select({ judge: sheet.judge })
    .from(sheet)
    .where(and(eq(sheet.competition, competition), inArray(sheet.status, ['submitted', 'locked'])))
    .limit(1);
  if (first) throw new ContractError('wrong_state', { message });
}
