import type { ProposalContent } from '../contract/proposals.ts';
import { allMembers, sectionIds, sectionMembers } from './section.ts';
import type { Member } from './section.ts';

/** What a correction (补正) opens. */
export interface Opened {
  members: ReadonlySet<Member>;
  profile: boolean;
  attachments: boolean;
}

/**
 * What the flagged paths of a form check open: the bare id of a task opens the whole task, a path into the content
 * (`needs`, `goals[1].proof`) its member, `profile…` the applicant's profile, `attachments…` and `seal` the papers.
 * @returns null for a path that is none of these
 */
export function openedBy(path: string): Opened | null {
  const head = /^[A-Za-z]+/.exec(path)?.[0] ?? '';
  const id = sectionIds.find((section) => section === path);
  if (id)
    return {
      members: new Set(sectionMembers[id]),
      profile: id === 'basics',
      attachments: id === 'attachments' || id === 'seal',
    };
  if (head === 'profile') return { members: new Set(), profile: true, attachments: false };
  if (head === 'attachments') return { members: new Set(), profile: false, attachments: true };
  const member = allMembers.find((name) => name === head);
  return member ? { members: new Set([member]), profile: false, attachments: false } : null;
}

/** What all paths of a form check open together. */
export function openedByAll(paths: readonly string[]): Opened {
  const all = paths.flatMap((path) => openedBy(path) ?? []);
  return {
    members: new Set(all.flatMap((one) => [...one.members])),
    profile: all.some((one) => one.profile),
    attachments: all.some((one) => one.attachments),
  };
}

/** The content with the opened members taken from `edited` and everything else from `submitted`. */
export function keepClosed(
  submitted: ProposalContent,
  edited: ProposalContent,
  opened: Opened,
): ProposalContent {
  const kept = Object.entries(edited).map(([name, value]) => [
    name,
    opened.members.has(name as Member) ? value : submitted[name as Member],
  ]);
  return Object.fromEntries(kept) as ProposalContent; // The same members, each of its own type.
}

/** Members outside the correction that `edited` changes all the same. */
export const closedChanges = (before: ProposalContent, edited: ProposalContent, opened: Opened): Member[] =>
  allMembers.filter((name) => !opened.members.has(name) && !isSame(before[name], edited[name]));

/** Whether two contents, or parts of them, say the same; the order of members does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const members = new Map(Object.entries(b));
  const own = Object.entries(a);
  return own.length === members.size && own.every(([name, value]) => isSame(value, members.get(name)));
}
