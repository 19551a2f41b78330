import { and, eq, sql } from 'drizzle-orm';
import type { Applicant } from '../../../shared/contract/applicants.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/store.ts';

export type ApplicantRow = Context['store']['t']['applicant']['$inferSelect'];

const statements = perSchema((t) => ({
  byId: prepared('applicant_by_id', (db) =>
    db
      .select()
      .from(t.applicant)
      .where(
        and(
          eq(t.applicant.id, sql.placeholder('applicant')),
          eq(t.applicant.competition, sql.placeholder('competition')),
        ),
      ),
  ),
}));

/**
 * An applicant of this competition.
 * @throws ContractError not_found
 */
export async function applicantRow(
  context: Context,
  db: Db,
  competition: string,
  applicant: string,
): Promise<ApplicantRow> {
  const [row] = await statements(context.store.t).byId(db, { competition, applicant });
  if (!row) throw new ContractError('not_found');
  return row;
}

/** The applicant an account acts as in a competition; null where it is none. */
export async function applicantOfAccount(
  { store }: Context,
  db: Db,
  competition: string,
  account: string,
): Promise<ApplicantRow | null> {
  const { applicant } = store.t;
  const [row] = await db
    .select()
    .from(applicant)
    .where(and(eq(applicant.competition, competition), eq(applicant.account, account)));
  return row ?? null;
}

/** As the contract shows it, to the applicant and to officers who may call it. */
export const presentApplicant = (row: ApplicantRow): Applicant => ({
  id: row.id,
  revision: row.revision,
  phone: row.phone,
  profile: row.profile,
  enteredByClerk: row.enteredByClerk,
  createdAt: row.createdAt,
});

/** What lists call an applicant that has filled in nothing yet. */
export const applicantName = ({ profile }: Pick<ApplicantRow, 'profile'>): string => profile?.name ?? '';
