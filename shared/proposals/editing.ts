import type { FormCheck, ProposalStatus } from '../contract/proposals.ts';
import type { Settings } from '../contract/settings.ts';
import type { Instant } from '../units.ts';
import { openedByAll } from './correction.ts';
import type { Opened } from './correction.ts';

/** What may be changed in a proposal now: everything, what a correction opened, or nothing and why. */
export type Editing =
  | { open: 'all' }
  | { open: 'flagged'; opened: Opened }
  | { open: 'nothing'; why: 'deadline_passed' | 'wrong_state' };

type Dates = Pick<Settings['timeline'], 'deadline' | 'correctionTo'>;

/**
 * Until the deadline, the instant itself included, everything is open, also after a submission; afterwards only what
 * the form check returned, until the end of the one correction period (补正).
 * @param now ms, the server's clock
 */
export function editing(
  { status, check }: { status: ProposalStatus; check: FormCheck | null },
  { deadline, correctionTo }: Dates,
  now: Instant,
): Editing {
  if (status === 'withdrawn' || status === 'refused') return { open: 'nothing', why: 'wrong_state' };
  if (now <= deadline) return { open: 'all' };
  if (status === 'returned' && now <= correctionTo)
    return { open: 'flagged', opened: openedByAll(check?.fields.map(({ path }) => path) ?? []) };
  return { open: 'nothing', why: status === 'passed' ? 'wrong_state' : 'deadline_passed' };
}

/** Whether papers of this kind may be added or taken out now. Seal pages may follow until the end of correction. */
export function mayChangePapers(
  proposal: { status: ProposalStatus; check: FormCheck | null },
  dates: Dates,
  now: Instant,
  isSealPage: boolean,
): boolean {
  const state = editing(proposal, dates, now);
  if (state.open === 'all') return true;
  if (state.open === 'flagged' && state.opened.attachments) return true;
  const isCounted = ['submitted', 'returned', 'passed'].includes(proposal.status);
  return isSealPage && isCounted && now <= dates.correctionTo;
}
