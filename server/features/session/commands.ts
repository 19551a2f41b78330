import { eq, and } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { limits } from '../../../shared/contract/limits.ts';
import type { Context } from '../../context.ts';
import { newToken } from '../../new-id.ts';
import { checkPassword } from '../../passwords.ts';
import { sha256 } from '../../sha256.ts';
import { installationScope } from '../../store/store.ts';

/** Minutes an account rests after too many wrong passwords. */
const restMinutes = 15;

/**
 * Checks a login and its password or code.
 * @returns the account's id
 * @throws ContractError wrong_credentials, too_many_tries
 */
export async function checkLogin(
  context: Context,
  kind: 'officer' | 'applicant',
  login: string,
  password: string,
): Promise<string> {
  const { store, now } = context;
  const { account } = store.t;
  const [row] = await store.read
    .select()
    .from(account)
    .where(and(eq(account.kind, kind), eq(account.login, login)));
  if (row?.lockedUntil && row.lockedUntil > now()) throw new ContractError('too_many_tries');
  const right = await checkPassword(row?.passwordHash ?? null, password);
  if (row) await countTry(context, row.id, right);
  if (!row || !right) throw new ContractError('wrong_credentials');
  return row.id;
}

async function countTry(context: Context, id: string, right: boolean): Promise<void> {
  const { account } = context.store.t;
  await context.store.write(installationScope, async (tx) => {
    const [row] = await tx.select({ tries: account.signInTries }).from(account).where(eq(account.id, id));
    const tries = right ? 0 : (row?.tries ?? 0) + 1;
    if (right && row?.tries === 0) return;
    const locked = tries >= limits.rate.signIn;
    await tx
      .update(account)
      .set({
        signInTries: locked ? 0 : tries,
        lockedUntil: locked ? context.now() + restMinutes * 60_000 : null,
      })
      .where(eq(account.id, id));
  });
}

/** Opens a session; the token leaves only in the cookie, its hash stays. */
export async function openSession(context: Context, account: string): Promise<string> {
  const token = newToken(context);
  const at = context.now();
  await context.store.write(installationScope, (tx) =>
    tx
      .insert(context.store.t.session)
      .values({ tokenHash: sha256(token), account, createdAt: at, seenAt: at }),
  );
  return token;
}

/** Ends a session; an unknown token is no error. */
export async function closeSession(context: Context, token: string): Promise<void> {
  const { session } = context.store.t;
  await context.store.write(installationScope, (tx) =>
    tx.delete(session).where(eq(session.tokenHash, sha256(token))),
  );
}
