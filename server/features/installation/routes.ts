import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { cookieNames } from '../../http/principal.ts';
import type { Server } from '../../http/server.ts';
import { newId } from '../../new-id.ts';
import { hashPassword } from '../../passwords.ts';
import { installationScope } from '../../store/store.ts';
import { openSession } from '../session/commands.ts';
import { describeSession, principalOfAccount } from '../session/queries.ts';
import { isSetupCode, needsSetup } from './setup-code.ts';

export function registerInstallation({ on, context }: Server): void {
  const { installation } = contract;
  const { t, write } = context.store;

  on(installation.status, async () => ({
    needsSetup: await needsSetup(context),
    demo: context.config.demo,
    version: context.config.version,
    serverTime: context.now(),
  }));

  on(installation.setUp, async ({ body, cookies }) => {
    if (!(await isSetupCode(context, body.code))) throw new ContractError('setup_closed');
    const id = newId(context);
    const passwordHash = await hashPassword(body.password);
    await write(installationScope, async (tx) => {
      const [officer] = await tx.select().from(t.account).where(eq(t.account.kind, 'officer')).limit(1);
      if (officer) throw new ContractError('setup_closed');
      await tx.insert(t.account).values({
        id,
        kind: 'officer',
        login: body.username,
        name: body.name,
        passwordHash,
        approvalTries: 0,
        signInTries: 0,
        createdAt: context.now(),
      });
    });
    cookies.set(cookieNames(context.config).session, await openSession(context, id), limits.sessionDays);
    return describeSession(context, await principalOfAccount(context, id));
  });
}
