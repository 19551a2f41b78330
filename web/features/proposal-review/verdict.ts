import { limits } from '../../../shared/contract/limits.ts';
import type { FormCheck } from '../../../shared/contract/proposals.ts';

export type Verdict = FormCheck['verdict'];

/** What the clerk has entered so far. */
export interface Judgement {
  verdict: Verdict | null;
  flags: { path: string; note: string }[];
  reason: string;
}

/** Locale key of what still keeps the verdict from being sent, below `organizer.review.blocked`; null when nothing does. */
export function blockedBy({ verdict, flags, reason }: Judgement): string | null {
  if (verdict === null) return 'no_verdict';
  if (verdict === 'return' && flags.length === 0) return 'no_flag';
  if (verdict === 'return' && flags.some(({ note }) => note.trim() === '')) return 'no_note';
  if (verdict === 'return' && flags.some(({ note }) => note.trim().length > limits.shortText))
    return 'long_note';
  if (verdict === 'return' && new Set(flags.map(({ path }) => path)).size < flags.length) return 'same_flag';
  if (verdict === 'refuse' && reason.trim().length < 2) return 'no_reason';
  if (reason.trim().length > limits.reason) return 'long_reason';
  return null;
}

/** What is sent: only the parts the verdict needs. */
export function formCheckOf({ flags, reason }: Judgement, verdict: Verdict): FormCheck {
  return {
    verdict,
    fields: verdict === 'return' ? flags.map(({ path, note }) => ({ path, note: note.trim() })) : [],
    reason: verdict === 'refuse' ? reason.trim() : '',
  };
}

const keys: ReadonlyMap<string, Verdict> = new Map([
  ['1', 'pass'],
  ['2', 'return'],
  ['3', 'refuse'],
]);

/** 1 通过, 2 退回补正, 3 不符合; null for any other key. */
export const verdictOfKey = (key: string): Verdict | null => keys.get(key) ?? null;
