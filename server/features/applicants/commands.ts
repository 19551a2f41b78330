import { and, eq } from 'drizzle-orm';
import type { Applicant, ApplicantProfile } from '../../../shared/contract/applicants.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Actor } from '../../../shared/ledger/actions/action.ts';
import { normalizeCreditCode } from '../../../shared/proposals/credit-code.ts';
import { profileFaults, profileRefusals } from '../../../shared/proposals/profile.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { newId } from '../../new-id.ts';
import type { Db } from '../../store/store.ts';
import { presentApplicant } from './rows.ts';
import type { ApplicantRow } from './rows.ts';

/**
 * The profile as it is stored: credit codes without blanks, in capitals.
 * @throws ContractError invalid_input
 */
export function acceptedProfile(profile: ApplicantProfile): ApplicantProfile {
  const accepted: ApplicantProfile = {
    ...profile,
    creditCode: profile.creditCode === null ? null : normalizeCreditCode(profile.creditCode),
    host: profile.host && { ...profile.host, creditCode: normalizeCreditCode(profile.host.creditCode) },
  };
  const fields = profileRefusals(accepted).map(({ path, message }) => ({ path, message }));
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
  return accepted;
}

/** A clerk enters an applicant from paper (代录); it has no sign-in of its own. */
export async function enterApplicant(
  context: Context,
  tx: Db,
  competition: string,
  profile: ApplicantProfile,
  settings: Settings,
  by: Actor,
): Promise<Applicant> {
  const row: ApplicantRow = {
    id: newId(context),
    competition,
    account: null,
    phone: '',
    revision: 1,
    profile,
    enteredByClerk: true,
    createdAt: context.now(),
  };
  await tx.insert(context.store.t.applicant).values(row);
  if (profileFaults(profile, settings).length === 0) await register(context, tx, row, profile, by);
  return presentApplicant(row);
}

/**
 * Stores the profile as the next revision.
 * @throws ContractError stale_revision with the applicant as it is now
 */
export async function saveProfile(
  context: Context,
  tx: Db,
  row: ApplicantRow,
  change: { base: number; profile: ApplicantProfile },
  settings: Settings,
  by: Actor,
): Promise<Applicant> {
  if (row.revision !== change.base)
    throw new ContractError('stale_revision', { current: presentApplicant(row) });
  const { applicant } = context.store.t;
  const changed = { profile: change.profile, revision: row.revision + 1 };
  await tx.update(applicant).set(changed).where(eq(applicant.id, row.id));
  const wasComplete = profileFaults(row.profile, settings).length === 0;
  const isComplete = profileFaults(change.profile, settings).length === 0;
  if (!wasComplete && isComplete && !(await isRegistered(context, tx, row)))
    await register(context, tx, row, change.profile, by);
  return presentApplicant({ ...row, ...changed });
}

async function isRegistered({ store }: Context, tx: Db, row: ApplicantRow): Promise<boolean> {
  const { ledger } = store.t;
  const [entry] = await tx
    .select({ seq: ledger.seq })
    .from(ledger)
    .where(
      and(
        eq(ledger.scope, row.competition),
        eq(ledger.subject, `applicant:${row.id}`),
        eq(ledger.action, 'applicant_registered'),
      ),
    );
  return entry !== undefined;
}

async function register(
  context: Context,
  tx: Db,
  row: ApplicantRow,
  { kind, name }: ApplicantProfile,
  by: Actor,
): Promise<void> {
  await record(context, tx, row.competition, {
    at: context.now(),
    actor: by,
    action: 'applicant_registered',
    subject: `applicant:${row.id}`,
    data: { kind },
    sealed: { name },
  });
}
