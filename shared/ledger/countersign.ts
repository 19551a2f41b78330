import type { ActionName } from './actions.ts';
import type { KnownEntry } from './known-entry.ts';

/**
 * Acts of the day that take a second person. With `approver: null` nobody stood by: the act holds and is to be
 * countersigned. Rules after the first sheet, a signed result and a notice never go without, so they are not here.
 */
export const twoPersonActs = [
  'proposal_vetoed',
  'sheet_returned',
  'sheets_exchanged',
  'sheet_keyed',
  'judge_absent_recorded',
  'judge_absence_withdrawn',
  'judge_substituted',
  'recusal_recorded',
  'recusal_withdrawn',
] as const satisfies readonly ActionName[];

export type TwoPersonEntry = Extract<KnownEntry, { action: (typeof twoPersonActs)[number] }>;

const isTwoPersonEntry = (entry: KnownEntry): entry is TwoPersonEntry =>
  (twoPersonActs as readonly string[]).includes(entry.action);

/** The acts that took effect without a second person and that nobody has countersigned since, oldest first. */
export function openCountersignatures(entries: readonly KnownEntry[]): TwoPersonEntry[] {
  const done = new Set(entries.flatMap((act) => (act.action === 'countersigned' ? [act.data.entry] : [])));
  return entries.filter(isTwoPersonEntry).filter(({ seq, data }) => data.approver === null && !done.has(seq));
}
