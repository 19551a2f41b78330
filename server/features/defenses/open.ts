import { and, eq, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import type { Schema } from '../../store/schema.ts';
import type { Db } from '../../store/store.ts';

export type DefenseRow = Schema['defense']['$inferSelect'];

/**
 * Refuses a change to a project whose scoring is over. A project may not be in the order yet.
 * @throws ContractError not_found, wrong_state when it withdrew, locked
 */
export async function requireOpenProposal(
  { store }: Context,
  tx: Db,
  competition: string,
  id: string,
): Promise<void> {
  const { proposal, defense, sessionLock } = store.t;
  const [row] = await tx
    .select({ status: defense.status, lockedAt: sessionLock.at })
    .from(proposal)
    .leftJoin(defense, eq(defense.proposal, proposal.id))
    .leftJoin(
      sessionLock,
      and(eq(sessionLock.competition, defense.competition), eq(sessionLock.session, defense.session)),
    )
    .where(and(eq(proposal.id, id), eq(proposal.competition, competition)));
  if (!row) throw new ContractError('not_found');
  if (row.status === 'withdrawn') throw new ContractError('wrong_state', { message: '这个项目已退出答辩' });
  if (row.lockedAt !== null) throw new ContractError('locked');
}

/**
 * The named projects of the order, those that withdrew left out.
 * @throws ContractError not_found when one is not in the order, locked when a session is
 */
export async function openDefenses(
  context: Context,
  tx: Db,
  competition: string,
  proposals: readonly string[],
): Promise<DefenseRow[]> {
  const { defense } = context.store.t;
  const rows = await tx
    .select()
    .from(defense)
    .where(and(eq(defense.competition, competition), inArray(defense.proposal, [...proposals])));
  if (rows.length < new Set(proposals).size) throw new ContractError('not_found');
  const locked = await lockedSessions(context, tx, competition);
  const open = rows.filter(({ status }) => status !== 'withdrawn');
  if (open.some(({ session }) => locked.has(session))) throw new ContractError('locked');
  return open.sort((a, b) => a.order - b.order);
}

/** Ids of the sessions that are signed and locked. */
export async function lockedSessions(
  { store }: Context,
  db: Db,
  competition: string,
): Promise<ReadonlySet<string>> {
  const { sessionLock } = store.t;
  const rows = await db
    .select({ session: sessionLock.session })
    .from(sessionLock)
    .where(eq(sessionLock.competition, competition));
  return new Set(rows.map(({ session }) => session));
}
