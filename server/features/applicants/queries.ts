import { asc, eq } from 'drizzle-orm';
import type { Applicant } from '../../../shared/contract/applicants.ts';
import type { Context } from '../../context.ts';
import { presentApplicant } from './rows.ts';

/** All applicants of a competition, oldest first. */
export async function listApplicants({ store }: Context, competition: string): Promise<Applicant[]> {
  const { applicant } = store.t;
  const rows = await store.read
    .select()
    .from(applicant)
    .where(eq(applicant.competition, competition))
    .orderBy(asc(applicant.createdAt), asc(applicant.id));
  return rows.map(presentApplicant);
}
