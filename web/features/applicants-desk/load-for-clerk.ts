import { applicants } from '../../../shared/contract/applicants.ts';
import type { Applicant } from '../../../shared/contract/applicants.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { proposals } from '../../../shared/contract/proposals.ts';
import type { Proposal } from '../../../shared/contract/proposals.ts';
import { call } from '../../api/client.ts';

/**
 * A proposal with its applicant, for a clerk who goes on with it.
 * @throws ContractError also when the applicant is not in the list
 */
export async function loadForClerk(
  competition: string,
  proposal: string,
): Promise<{ proposal: Proposal; applicant: Applicant }> {
  const [loaded, everybody] = await Promise.all([
    call(proposals.get, { params: { competition, proposal } }),
    call(applicants.list, { params: { competition } }),
  ]);
  const applicant = everybody.find(({ id }) => id === loaded.applicant);
  if (applicant === undefined) throw new ContractError('not_found');
  return { proposal: loaded, applicant };
}
