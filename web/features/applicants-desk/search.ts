import type { Applicant } from '../../../shared/contract/applicants.ts';

/** Applicants whose name or telephone holds the words; all of them for blank words. */
export function searchApplicants(applicants: readonly Applicant[], words: string): Applicant[] {
  const wanted = words.normalize('NFKC').trim().toLowerCase();
  return applicants.filter(({ profile, phone }) =>
    `${profile?.name ?? ''} ${phone}`.normalize('NFKC').toLowerCase().includes(wanted),
  );
}
