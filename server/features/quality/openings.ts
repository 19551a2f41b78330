import { and, asc, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import { latestResultVersion } from '../results/queries.ts';
import { requireSigned } from '../results/signature.ts';

export interface Opening {
  account: string;
  at: number;
}

const subjectOf = (version: number) => `result:${version}` as const;

/** Who has opened the analysis of a version, oldest first. The ledger is where that is written, nowhere else. */
export async function openingsOf(
  { store }: Context,
  db: Db,
  competition: string,
  version: number,
): Promise<Opening[]> {
  const { ledger } = store.t;
  const rows = await db
    .select({ actor: ledger.actor, at: ledger.at })
    .from(ledger)
    .where(
      and(
        eq(ledger.scope, competition),
        eq(ledger.action, 'analysis_opened'),
        eq(ledger.subject, subjectOf(version)),
      ),
    )
    .orderBy(asc(ledger.seq));
  return rows.map(({ actor, at }) => ({ account: actor.slice('officer:'.length), at }));
}

/**
 * Opens the analysis of the latest result in a person's own name; a second time changes nothing.
 * @throws ContractError wrong_state while that result is not signed
 */
export async function openAnalysis(
  context: Context,
  tx: Db,
  competition: string,
  account: string,
): Promise<void> {
  const version = await latestResultVersion(context, tx, competition);
  if (version === 0) throw new ContractError('wrong_state', { message: '还没有算出结果' });
  await requireSigned(context, tx, competition, version);
  const opened = await openingsOf(context, tx, competition, version);
  if (opened.some((opening) => opening.account === account)) return;
  await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${account}`,
    action: 'analysis_opened',
    subject: subjectOf(version),
    data: { version },
    sealed: {},
  });
}
