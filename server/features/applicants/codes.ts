import { and, eq, ne } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { makeDigits } from '../../../shared/ids.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { newId } from '../../new-id.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';

/**
 * The 8-digit code of one act of issuing. It follows from the server's key, so that a retry gets the same code and
 * nothing but its hash is ever stored.
 */
export function codeOf({ signer }: Context, competition: string, operation: string): string {
  const seed = signer.sign(`applicant-code\n${competition}\n${operation}`);
  let block = 0;
  let bytes: number[] = [];
  const nextByte = (): number => {
    if (bytes.length === 0) bytes = [...Buffer.from(sha256(`${seed}\n${(block += 1)}`), 'hex')];
    return bytes.pop() ?? 0;
  };
  return makeDigits(limits.applicantCode, nextByte);
}

/**
 * Gives a telephone a new code and a seat among the applicants of this competition. The code before it stops working
 * and whoever was signed in with it is signed out.
 * @returns the applicant's id
 * @throws ContractError already_exists where the telephone applies in a competition of other operators too: their
 *   applicant's code is not this operator's to replace
 */
export async function issueCode(
  context: Context,
  tx: Db,
  competition: string,
  code: { phone: string; note: string; hash: string },
  by: `officer:${string}`,
): Promise<string> {
  const { t } = context.store;
  const account = await accountOf(context, tx, code);
  await checkMayReplace(context, tx, competition, account, by);
  await tx
    .update(t.account)
    .set({ passwordHash: code.hash, signInTries: 0, lockedUntil: null })
    .where(eq(t.account.id, account));
  await tx.delete(t.session).where(eq(t.session.account, account));
  await tx.insert(t.member).values({ competition, account, role: 'applicant' }).onConflictDoNothing();
  await tx
    .insert(t.applicant)
    .values({
      id: newId(context),
      competition,
      account,
      phone: code.phone,
      revision: 0,
      enteredByClerk: false,
      createdAt: context.now(),
    })
    .onConflictDoNothing();
  const [applicant] = await tx
    .select({ id: t.applicant.id })
    .from(t.applicant)
    .where(and(eq(t.applicant.competition, competition), eq(t.applicant.account, account)));
  if (!applicant) throw new ContractError('not_found');
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'applicant_code_issued',
    subject: `applicant:${applicant.id}`,
    data: {},
    sealed: {},
  });
  return applicant.id;
}

/** The account of a telephone, made where there is none. Another competition may be making it at the same time. */
async function accountOf(
  context: Context,
  tx: Db,
  { phone, note, hash }: { phone: string; note: string; hash: string },
): Promise<string> {
  const { account } = context.store.t;
  await tx
    .insert(account)
    .values({
      id: newId(context),
      kind: 'applicant',
      login: phone,
      name: note.trim() || `尾号 ${phone.slice(-4)}`,
      passwordHash: hash,
      approvalTries: 0,
      signInTries: 0,
      createdAt: context.now(),
    })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.kind, 'applicant'), eq(account.login, phone)));
  if (!row) throw new ContractError('not_found');
  return row.id;
}

async function checkMayReplace(
  { store }: Context,
  tx: Db,
  competition: string,
  account: string,
  by: `officer:${string}`,
): Promise<void> {
  const { member } = store.t;
  const elsewhere = await tx
    .select({ competition: member.competition })
    .from(member)
    .where(
      and(eq(member.account, account), eq(member.role, 'applicant'), ne(member.competition, competition)),
    );
  if (elsewhere.length === 0) return;
  const operated = await tx
    .select({ competition: member.competition })
    .from(member)
    .where(and(eq(member.account, by.slice('officer:'.length)), eq(member.role, 'operator')));
  const own = new Set(operated.map((row) => row.competition));
  if (elsewhere.some((row) => !own.has(row.competition)))
    throw new ContractError('already_exists', {
      message: '这个手机号在别的承办方的大赛里也报过名，不能由您换码；请申报主体换一个手机号',
    });
}
