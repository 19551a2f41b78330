import { and, eq, inArray } from 'drizzle-orm';
import { competitionRoles } from '../../../shared/contract/roles.ts';
import type { CompetitionRole } from '../../../shared/contract/roles.ts';
import type { Officer } from '../../../shared/contract/people.ts';
import type { Context } from '../../context.ts';

/** Officers of a competition in the order of their accounts. */
export async function listOfficers({ store }: Context, competition: string): Promise<Officer[]> {
  const { t, read } = store;
  const rows = await read
    .select({
      account: t.account.id,
      name: t.account.name,
      username: t.account.login,
      approvalHash: t.account.approvalHash,
      role: t.member.role,
    })
    .from(t.member)
    .innerJoin(t.account, eq(t.account.id, t.member.account))
    .where(and(eq(t.member.competition, competition), inArray(t.member.role, [...competitionRoles])))
    .orderBy(t.account.id, t.member.role);
  const officers = new Map<string, Officer>();
  for (const row of rows) {
    const officer = officers.get(row.account) ?? {
      account: row.account,
      name: row.name,
      username: row.username,
      roles: [],
      canApprove: false,
    };
    officer.roles.push(row.role as CompetitionRole);
    officer.canApprove ||= row.approvalHash !== null && ['sponsor', 'supervisor'].includes(row.role);
    officers.set(row.account, officer);
  }
  return [...officers.values()];
}

/** Names of accounts by id, for what is shown to people; ids no longer there are left out. */
export async function accountNames({ store }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { account } = store.t;
  const rows = await store.read
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
