import type { ProposalStatus, ProposalSummary } from '../../../shared/contract/proposals.ts';

/** What a list of proposals is narrowed to; an empty string leaves that part open. */
export interface ProposalFilter {
  status: ProposalStatus | '';
  track: string;
  community: string;
  words: string;
}

/** Proposals that fit every part; words are looked for in number, title and applicant. */
export function filterProposals(
  proposals: readonly ProposalSummary[],
  { status, track, community, words }: ProposalFilter,
): ProposalSummary[] {
  const wanted = plain(words).trim();
  return proposals.filter(
    (one) =>
      (status === '' || one.status === status) &&
      (track === '' || one.track === track) &&
      (community === '' || one.community === community) &&
      plain(`${one.number} ${one.title} ${one.applicantName}`).includes(wanted),
  );
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** How many proposals stand in each status. */
export function countByStatus(
  proposals: readonly ProposalSummary[],
): Partial<Record<ProposalStatus, number>> {
  const counts: Partial<Record<ProposalStatus, number>> = {};
  for (const { status } of proposals) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The next one after `id` that waits for the form check, starting over at the front; null when none is left. */
export function nextToCheck(proposals: readonly ProposalSummary[], id: string): ProposalSummary | null {
  const at = proposals.findIndex((one) => one.id === id);
  const inOrder = [...proposals.slice(at + 1), ...proposals.slice(0, Math.max(0, at))];
  return inOrder.find(({ status }) => status === 'submitted') ?? null;
}
