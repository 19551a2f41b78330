import { and, eq, inArray } from 'drizzle-orm';
import type { Static } from 'typebox';
import { ContractError } from '../../../shared/contract/errors.ts';
import { limits } from '../../../shared/contract/limits.ts';
import type { Approval } from '../../../shared/contract/results.ts';
import type { ActionName } from '../../../shared/ledger/actions.ts';
import type { Context } from '../../context.ts';
import type { Principal } from '../../http/principal.ts';
import { record } from '../../ledger.ts';
import { checkPassword } from '../../passwords.ts';
import { installationScope } from '../../store/store.ts';
import type { Db } from '../../store/store.ts';

/**
 * The account that acts; routes that call it grant organizers only.
 * @throws ContractError not_signed_in
 */
export function actingAccount({ principal }: { principal: Principal }): string {
  if (!principal.account) throw new ContractError('not_signed_in');
  return principal.account.id;
}

/** Who may be the second person: those who watch, not those who operate. */
const approvers: readonly string[] = ['sponsor', 'supervisor'];

/**
 * Checks the second person on the spot: another account, with the right to approve in this competition, and its own
 * secret. To be called before the write; the act itself records it with `recordApproval`.
 * @param notBy accounts that acted themselves
 * @param roles one of which the second person must hold; to read a paper sheet back any officer will do
 * @throws ContractError approval_refused, too_many_tries
 */
export async function checkApproval(
  context: Context,
  competition: string,
  { approver, secret }: Static<typeof Approval>,
  notBy: readonly string[],
  roles: readonly string[] = approvers,
): Promise<void> {
  if (notBy.includes(approver))
    throw new ContractError('approval_refused', { message: '经办人不能复核自己的操作' });
  if (!(await holdsOneOf(context, competition, approver, roles)))
    throw new ContractError('approval_refused', {
      message: `这位不是本场大赛的${roleWords(roles)}`,
    });
  const approvalHash = await takeTry(context, approver);
  if (approvalHash === null)
    throw new ContractError('approval_refused', { message: '复核人还没有设置复核密码' });
  if (!(await checkPassword(approvalHash, secret)))
    throw new ContractError('approval_refused', { message: '复核密码不对' });
  await forgiveTries(context, approver);
}

const names: Readonly<Record<string, string>> = { sponsor: '主办方经办人', supervisor: '监督员' };
const roleWords = (roles: readonly string[]): string =>
  roles.every((role) => role in names) ? roles.map((role) => names[role]).join('或') : '工作人员';

/**
 * Writes that exactly this change was approved.
 * @param act the action that follows
 * @param preview SHA-256 of what the approver was shown
 */
export async function recordApproval(
  context: Context,
  tx: Db,
  competition: string,
  approver: string,
  act: ActionName,
  preview: string,
): Promise<void> {
  await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${approver}`,
    action: 'approval_given',
    subject: `competition:${competition}`,
    data: { act, preview },
    sealed: {},
  });
}

async function holdsOneOf(
  { store }: Context,
  competition: string,
  account: string,
  roles: readonly string[],
): Promise<boolean> {
  const { member } = store.t;
  const held = await store.read
    .select({ role: member.role })
    .from(member)
    .where(
      and(eq(member.competition, competition), eq(member.account, account), inArray(member.role, [...roles])),
    );
  return held.length > 0;
}

/** Counts the try before the secret is looked at, so that many at once are not more than five. */
async function takeTry({ store }: Context, id: string): Promise<string | null> {
  const { account } = store.t;
  return store.write(installationScope, async (tx) => {
    const [row] = await tx.select().from(account).where(eq(account.id, id));
    if (!row?.approvalHash) return null;
    if (row.approvalTries >= limits.tries)
      throw new ContractError('too_many_tries', {
        message: '复核密码已输错五次，请复核人登录本人账号重新设置',
      });
    await tx
      .update(account)
      .set({ approvalTries: row.approvalTries + 1 })
      .where(eq(account.id, id));
    return row.approvalHash;
  });
}

async function forgiveTries({ store }: Context, id: string): Promise<void> {
  const { account } = store.t;
  await store.write(installationScope, (tx) =>
    tx.update(account).set({ approvalTries: 0 }).where(eq(account.id, id)),
  );
}
