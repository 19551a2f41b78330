import type { JudgeCheck } from '../../../shared/contract/recovery.ts';

/**
 * How the server's sheets of one judge stand to those on their tablet: `same`, `sending` (so many are not through yet),
 * `silent` (the tablet has not reported since the server started), `unseated` (nobody has sat down for this judge).
 */
export type JudgeState =
  { kind: 'same' } | { kind: 'sending'; count: number } | { kind: 'silent' } | { kind: 'unseated' };

export function judgeState({ tablet, submitted, lastSeenAt }: JudgeCheck): JudgeState {
  if (tablet === null) return { kind: lastSeenAt === null ? 'unseated' : 'silent' };
  const count = Math.max(tablet.waiting, tablet.sheets - submitted);
  return count > 0 ? { kind: 'sending', count } : { kind: 'same' };
}

/** Judges of whom something may still be on the way; a judge without a tablet has nothing to send. */
export const unsettled = (judges: readonly JudgeCheck[]): number =>
  judges.filter((judge) => ['sending', 'silent'].includes(judgeState(judge).kind)).length;
