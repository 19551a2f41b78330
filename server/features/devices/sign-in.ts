import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { limits } from '../../../shared/contract/limits.ts';
import type { Context } from '../../context.ts';
import type { Principal } from '../../http/principal.ts';
import { record } from '../../ledger.ts';
import { newDigits } from '../../new-id.ts';
import type { Db } from '../../store/store.ts';
import { judgeOf } from '../judges/panel.ts';
import type { JudgeRow } from '../judges/panel.ts';

type Device = NonNullable<Principal['device']>;

/** What came of a code. Counted in the same transaction, so it is an outcome and not an error. */
export interface CodeOutcome {
  right: boolean;
  triesLeft: number;
}

/**
 * Tries a judge's code on a device of the judge's seat; the right one seats the judge there. After five wrong ones
 * even the right one is refused until the host lifts the lock.
 * @throws ContractError not_found for a judge of another competition or seat
 */
export async function tryCode(
  context: Context,
  tx: Db,
  device: Device,
  judgeId: string,
  code: string,
): Promise<CodeOutcome> {
  const row = await judgeOf(context, tx, device.competition, judgeId);
  if (device.seat !== null && row.profile.seat !== device.seat) throw new ContractError('not_found');
  const outcome = await countTry(context, tx, row, code);
  if (outcome.right) await seatJudge(context, tx, device.id, row.id);
  return outcome;
}

/** Compares a code with the judge's own and counts a wrong one. */
export async function countTry(
  { store }: Context,
  tx: Db,
  row: JudgeRow,
  code: string,
): Promise<CodeOutcome> {
  const { judge } = store.t;
  if (row.codeTries >= limits.tries) return { right: false, triesLeft: 0 };
  const right = row.code === code;
  const codeTries = right ? 0 : row.codeTries + 1;
  if (codeTries !== row.codeTries) await tx.update(judge).set({ codeTries }).where(eq(judge.id, row.id));
  return { right, triesLeft: limits.tries - codeTries };
}

/** Notes that a judge has signed in on a device. */
export async function seatJudge(
  { store, now }: Context,
  tx: Db,
  device: string,
  judge: string,
): Promise<void> {
  await tx.insert(store.t.seated).values({ device, judge, at: now() }).onConflictDoNothing();
}

/** @throws ContractError wrong_credentials, too_many_tries */
export function requireRight({ right, triesLeft }: CodeOutcome): void {
  if (right) return;
  if (triesLeft === 0) throw new ContractError('too_many_tries');
  throw new ContractError('wrong_credentials', { message: `4 位密码不对，还可试 ${triesLeft} 次` });
}

/** Lets a judge try again after five wrong codes. */
export async function liftCodeLock(
  context: Context,
  tx: Db,
  competition: string,
  judgeId: string,
): Promise<void> {
  const { judge } = context.store.t;
  const row = await judgeOf(context, tx, competition, judgeId);
  await tx.update(judge).set({ codeTries: 0 }).where(eq(judge.id, row.id));
}

/**
 * A fresh code for a judge who has forgotten theirs; five wrong tries are forgiven with it. Whoever has signed in
 * stays signed in.
 */
export async function renewCode(
  context: Context,
  tx: Db,
  competition: string,
  judgeId: string,
  by: `officer:${string}`,
): Promise<string> {
  const { judge } = context.store.t;
  const row = await judgeOf(context, tx, competition, judgeId);
  const code = newCode(context, row.code);
  const codeSalt = Buffer.from(context.random(16)).toString('hex');
  await tx.update(judge).set({ code, codeSalt, codeTries: 0 }).where(eq(judge.id, row.id));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'judge_code_reset',
    subject: `judge:${row.id}`,
    data: {},
    sealed: {},
  });
  return code;
}

/** Another code than the one that was forgotten. */
function newCode(context: Context, old: string): string {
  for (;;) {
    const code = newDigits(context, limits.judgeCode);
    if (code !== old) return code;
  }
}
