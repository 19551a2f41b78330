import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { competitionRoles } from '../../../shared/contract/roles.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import { competitionState } from '../defenses/settings.ts';
import { stageRow } from '../stage/snapshot.ts';

/** Officers of a competition who have an own secret, by name. */
export async function readersOf(
  { store }: Context,
  competition: string,
): Promise<{ account: string; name: string }[]> {
  const { account, member } = store.t;
  return store.read
    .selectDistinct({ account: account.id, name: account.name })
    .from(member)
    .innerJoin(account, eq(account.id, member.account))
    .where(
      and(
        eq(member.competition, competition),
        inArray(member.role, [...competitionRoles]),
        isNotNull(account.approvalHash),
      ),
    )
    .orderBy(account.name);
}

export const isKeyedTwice = async (context: Context, db: Db, competition: string): Promise<boolean> =>
  (await stageRow(context, db, competition)).keyTwice;

/** Says how paper sheets are keyed from here on; those keyed before stay as they are. */
export async function setKeying(
  context: Context,
  tx: Db,
  competition: string,
  twice: boolean,
  by: `officer:${string}`,
): Promise<void> {
  const { stage } = context.store.t;
  if ((await competitionState(context, tx, competition)).stage === 'decided')
    throw new ContractError('wrong_state', { message: '评审已经结束' });
  if ((await isKeyedTwice(context, tx, competition)) === twice) return;
  await tx.update(stage).set({ keyTwice: twice }).where(eq(stage.competition, competition));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'paper_keying_set',
    subject: `competition:${competition}`,
    data: { twice },
    sealed: {},
  });
}
