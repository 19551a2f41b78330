import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import { allMembers } from '../../../shared/proposals/section.ts';
import type { Member } from '../../../shared/proposals/section.ts';

export interface Merge {
  /** Both sides' changes; a member both have changed differently keeps mine until somebody chooses. */
  content: ProposalContent;
  /** Members that both sides have changed, each in its own way. */
  conflicts: Member[];
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a as never) === canonicalJson(b as never);

/**
 * Brings together what was typed here and what was saved elsewhere since both started from `base`, member by member.
 * Nothing of either side is dropped without being asked for.
 */
export function mergeContents(base: ProposalContent, mine: ProposalContent, theirs: ProposalContent): Merge {
  const conflicts: Member[] = [];
  const merged = { ...mine };
  for (const name of allMembers) {
    const [from, here, there] = [base[name], mine[name], theirs[name]];
    if (same(here, there) || same(from, there)) continue;
    if (same(from, here)) Object.assign(merged, { [name]: there });
    else conflicts.push(name);
  }
  return { content: merged, conflicts };
}

/** Members that differ between two contents. */
export const changedMembers = (a: ProposalContent, b: ProposalContent): Member[] =>
  allMembers.filter((name) => !same(a[name], b[name]));
