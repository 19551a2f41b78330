import { and, eq, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { CompetitionRole } from '../../../shared/contract/roles.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { newId } from '../../new-id.ts';
import type { Db } from '../../store/store.ts';

/** Sponsor and supervisor answer for what the operator's side does: nobody holds both in one competition. */
const watching: readonly CompetitionRole[] = ['sponsor', 'supervisor'];

/** @throws ContractError wrong_state when the roles would put one person on both sides */
export function checkSides(roles: readonly CompetitionRole[]): void {
  if (roles.includes('operator') && roles.some((role) => watching.includes(role)))
    throw new ContractError('wrong_state', { message: '承办方经办人不能同时是主办方经办人或监督员' });
}

/** Gives an account roles in a competition and writes each into its ledger. */
export async function grantRoles(
  context: Context,
  tx: Db,
  competition: string,
  account: string,
  roles: readonly CompetitionRole[],
  by: `officer:${string}`,
): Promise<void> {
  const { member } = context.store.t;
  for (const role of roles) {
    await tx.insert(member).values({ competition, account, role }).onConflictDoNothing();
    await record(context, tx, competition, {
      at: context.now(),
      actor: by,
      action: 'role_granted',
      subject: `officer:${account}`,
      data: { role },
      sealed: {},
    });
  }
}

/**
 * Adds an officer to a competition; an account with this user name is taken as it is.
 * @returns the account's id and whether it is new
 */
export async function addOfficer(
  context: Context,
  tx: Db,
  competition: string,
  officer: { name: string; username: string; passwordHash: string; roles: readonly CompetitionRole[] },
  by: `officer:${string}`,
): Promise<{ id: string; isNew: boolean }> {
  const { account } = context.store.t;
  const [known] = await tx
    .select()
    .from(account)
    .where(and(eq(account.kind, 'officer'), eq(account.login, officer.username)));
  const id = known?.id ?? newId(context);
  if (!known)
    await tx.insert(account).values({
      id,
      kind: 'officer',
      login: officer.username,
      name: officer.name,
      passwordHash: officer.passwordHash,
      approvalTries: 0,
      signInTries: 0,
      createdAt: context.now(),
    });
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'officer_added',
    subject: `officer:${id}`,
    data: {},
    sealed: { name: known?.name ?? officer.name },
  });
  await grantRoles(context, tx, competition, id, officer.roles, by);
  return { id, isNew: !known };
}

/** Takes all roles from an officer; the last sponsor stays. */
export async function removeOfficer(
  context: Context,
  tx: Db,
  competition: string,
  account: string,
  by: `officer:${string}`,
): Promise<void> {
  const { member } = context.store.t;
  const sponsors = await tx
    .select()
    .from(member)
    .where(and(eq(member.competition, competition), eq(member.role, 'sponsor')));
  if (sponsors.every((row) => row.account === account))
    throw new ContractError('wrong_state', { message: '至少要留一位主办方经办人' });
  const held = await tx
    .select()
    .from(member)
    .where(and(eq(member.competition, competition), eq(member.account, account)));
  const roles = held.map((row) => row.role as CompetitionRole);
  if (roles.length === 0) throw new ContractError('not_found');
  await tx
    .delete(member)
    .where(
      and(eq(member.competition, competition), eq(member.account, account), inArray(member.role, roles)),
    );
  for (const role of roles)
    await record(context, tx, competition, {
      at: context.now(),
      actor: by,
      action: 'role_removed',
      subject: `officer:${account}`,
      data: { role },
      sealed: {},
    });
}
