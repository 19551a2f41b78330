import { and, asc, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Signature } from '../../../shared/contract/results.ts';
import { signsBeside } from '../../../shared/contract/roles.ts';
import type { CompetitionRole } from '../../../shared/contract/roles.ts';
import { isKnownEntry } from '../../../shared/ledger/known-entry.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { accountNames, listOfficers } from '../people/queries.ts';

/** Who signed a version, and when; null while nobody has. The ledger is the one place that knows. */
async function signatureEntry({ store }: Context, db: Db, competition: string, version: number) {
  const { ledger } = store.t;
  const [row] = await db
    .select()
    .from(ledger)
    .where(
      and(
        eq(ledger.scope, competition),
        eq(ledger.action, 'result_signed'),
        eq(ledger.subject, `result:${version}`),
      ),
    )
    .orderBy(asc(ledger.seq))
    .limit(1);
  return row && isKnownEntry(row) && row.action === 'result_signed' ? row : null;
}

export const isSigned = async (
  context: Context,
  db: Db,
  competition: string,
  version: number,
): Promise<boolean> => (await signatureEntry(context, db, competition, version)) !== null;

/** The signature of a version as the contract shows it. */
export async function signatureOf(
  context: Context,
  competition: string,
  version: number,
): Promise<Signature | null> {
  const entry = await signatureEntry(context, context.store.read, competition, version);
  if (!entry) return null;
  const accounts = [entry.actor.slice('officer:'.length), entry.data.approver];
  const names = await accountNames(context, accounts);
  return { at: entry.at, names: accounts.map((account) => names.get(account) ?? '') };
}

/**
 * @throws ContractError wrong_state while this version of the result is not signed
 */
export async function requireSigned(
  context: Context,
  db: Db,
  competition: string,
  version: number,
): Promise<void> {
  if (!(await isSigned(context, db, competition, version)))
    throw new ContractError('wrong_state', {
      message: `结果第 ${version} 版还没有签认，请先到“汇总与复核”由主办方和监督员签认`,
    });
}

/** The role that the second of the two must hold, after who signs first. */
export async function secondSigner(
  context: Context,
  competition: string,
  first: string,
): Promise<CompetitionRole> {
  const officers = await listOfficers(context, competition);
  const own = officers.find(({ account }) => account === first)?.roles ?? [];
  return signsBeside(
    own,
    officers.some(({ roles }) => roles.includes('supervisor')),
  );
}
