import type { Proposal } from '../../../shared/contract/proposals.ts';
import type { Member } from '../../../shared/proposals/section.ts';

/**
 * Whether the text in hand, or its papers, are not the ones that count. Seal pages count as they come in.
 * @param waiting members that have not reached the server
 */
export function hasUnsubmittedChanges(
  { submittedAt, revision, submittedRevision, attachments }: Proposal,
  waiting: readonly Member[],
): boolean {
  if (submittedAt === null || waiting.length > 0 || revision !== submittedRevision) return true;
  return attachments.some(({ kind, at }) => kind !== 'seal_page' && at > submittedAt);
}
