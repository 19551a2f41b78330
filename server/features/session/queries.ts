import { asc, eq, inArray } from 'drizzle-orm';
import type { SessionReply } from '../../../shared/contract/session.ts';
import type { Context } from '../../context.ts';
import type { Principal } from '../../http/principal.ts';

type Role = SessionReply['competitions'][number]['roles'][number];

/** What the pages may know about who is signed in. */
export async function describeSession(context: Context, principal: Principal): Promise<SessionReply> {
  const { account, device } = principal;
  return {
    account: account && {
      id: account.id,
      kind: account.kind,
      name: account.name,
      hasApprovalSecret: account.hasApprovalSecret,
    },
    competitions: account ? await rolesByCompetition(context, account.id) : [],
    device,
  };
}

async function rolesByCompetition(context: Context, account: string): Promise<SessionReply['competitions']> {
  const { t, read } = context.store;
  const rows = await read
    .select()
    .from(t.member)
    .where(eq(t.member.account, account))
    .orderBy(asc(t.member.competition));
  const ids = [...new Set(rows.map((row) => row.competition))];
  if (ids.length === 0) return [];
  const competitions = await read.select().from(t.competition).where(inArray(t.competition.id, ids));
  return ids.flatMap((id) => {
    const competition = competitions.find((row) => row.id === id);
    const roles = rows.filter((row) => row.competition === id).map((row) => row.role as Role);
    return competition ? [{ id, name: competition.settings.name, roles }] : [];
  });
}

/** Principal of an account that has just signed in, before its cookie has come back. */
export async function principalOfAccount(context: Context, id: string): Promise<Principal> {
  const { account } = context.store.t;
  const [row] = await context.store.read.select().from(account).where(eq(account.id, id));
  if (!row) throw new Error(`account ${id} not found`);
  return {
    account: {
      id,
      kind: row.kind === 'officer' ? 'officer' : 'applicant',
      name: row.name,
      hasApprovalSecret: row.approvalHash !== null,
    },
    device: null,
  };
}
