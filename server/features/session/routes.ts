import { eq } from 'drizzle-orm';
import { contract } from '../../../shared/contract/index.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { cookieNames } from '../../http/principal.ts';
import type { Server } from '../../http/server.ts';
import { checkPassword, hashPassword } from '../../passwords.ts';
import { installationScope } from '../../store/store.ts';
import { checkLogin, closeSession, openSession } from './commands.ts';
import { describeSession, principalOfAccount } from './queries.ts';

export function registerSession({ on, context }: Server): void {
  const { session } = contract;
  const { t, read, write } = context.store;
  const cookie = cookieNames(context.config).session;

  on(session.current, ({ principal }) => describeSession(context, principal));

  on(session.signInOfficer, async ({ body, cookies }) => {
    const account = await checkLogin(context, 'officer', body.username, body.password);
    cookies.set(cookie, await openSession(context, account), limits.sessionDays);
    return describeSession(context, await principalOfAccount(context, account));
  });

  on(session.signInApplicant, async ({ body, cookies }) => {
    const account = await checkLogin(context, 'applicant', body.phone, body.code);
    cookies.set(cookie, await openSession(context, account), limits.sessionDays);
    return describeSession(context, await principalOfAccount(context, account));
  });

  on(session.signOut, async ({ cookies }) => {
    const token = cookies.read(cookie);
    if (token) await closeSession(context, token);
    cookies.clear(cookie);
    return {};
  });

  const checkOwnPassword = async (id: string | undefined, password: string) => {
    const [row] = id ? await read.select().from(t.account).where(eq(t.account.id, id)) : [];
    if (!row || !(await checkPassword(row.passwordHash, password)))
      throw new ContractError('wrong_credentials');
    return row.id;
  };

  on(session.changePassword, async ({ body, principal }) => {
    const id = await checkOwnPassword(principal.account?.id, body.current);
    const passwordHash = await hashPassword(body.password);
    await write(installationScope, (tx) =>
      tx.update(t.account).set({ passwordHash }).where(eq(t.account.id, id)),
    );
    return {};
  });

  on(session.setApprovalSecret, async ({ body, principal }) => {
    const id = await checkOwnPassword(principal.account?.id, body.password);
    const approvalHash = await hashPassword(body.secret);
    await write(installationScope, (tx) =>
      tx.update(t.account).set({ approvalHash, approvalTries: 0 }).where(eq(t.account.id, id)),
    );
    return {};
  });
}
