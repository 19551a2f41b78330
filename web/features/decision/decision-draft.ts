import type { Decision, ResultEntry } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { costsOf, limitsOf, projectOf } from '../../../shared/funding/by-settings.ts';
import { limitStates } from '../../../shared/funding/list-state.ts';
import { formatYuan, parseYuan } from '../../../shared/units.ts';
import type { Fen } from '../../../shared/units.ts';

/** A row of the list under way: the amount as it is typed, and what it comes to. */
export interface DraftRow {
  entry: ResultEntry;
  /** What the funding rule gives. */
  ruled: Fen;
  reason: string;
  typed: string;
}

/** Rows in rank order with the rule's amounts typed in; what is not ranked stands at the end. */
export function draftRows(entries: readonly ResultEntry[], preview: Decision): DraftRow[] {
  const ranked = entries.filter((entry) => entry.rank !== null);
  const rest = entries.filter((entry) => entry.rank === null);
  return [...ranked, ...rest].map((entry) => {
    const found = preview.entries.find((one) => one.proposal === entry.proposal);
    const ruled = found?.amount ?? 0;
    return { entry, ruled, reason: found?.reason ?? '', typed: ruled === 0 ? '' : formatYuan(ruled) };
  });
}

/** Fen of a row; an empty box is nothing, null is no amount. */
export const amountOf = ({ typed }: DraftRow): Fen | null => (typed.trim() === '' ? 0 : parseYuan(typed));

export const totalOf = (rows: readonly DraftRow[]): Fen =>
  rows.reduce((sum, row) => sum + (amountOf(row) ?? 0), 0);

/** Whether somebody has changed what the rule gave: that needs a reason. */
export const differsFromRule = (rows: readonly DraftRow[]): boolean =>
  rows.some((row) => amountOf(row) !== row.ruled);

export type RowFault = 'not_money' | 'above_request' | 'below_minimum' | 'not_ranked';

/** What is wrong with the amount of a row, or null. */
export function rowFault(row: DraftRow): RowFault | null {
  const amount = amountOf(row);
  if (amount === null) return 'not_money';
  if (amount === 0) return null;
  if (row.entry.rank === null) return 'not_ranked';
  if (amount > row.entry.requested) return 'above_request';
  return amount < row.entry.minimum ? 'below_minimum' : null;
}

/** Money by place in the order of the settings, places without any left out. */
export function moneyByPlace(rows: readonly DraftRow[], settings: Settings): { name: string; amount: Fen }[] {
  return settings.communities
    .map(({ name }) => ({
      name,
      amount: totalOf(rows.filter((row) => row.entry.community === name)),
    }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount);
}

/** How the list stands to each part of the pool, each floor and each cap of the call. */
export function limitChecks(rows: readonly DraftRow[], settings: Settings): { ok: boolean; text: string }[] {
  const given = rows.map((row) => ({
    project: projectOf(settings, row.entry),
    costs: costsOf(settings, row.entry.trackId, amountOf(row) ?? 0),
  }));
  return limitStates(limitsOf(settings), given).map(({ isKept, text }) => ({ ok: isKept, text }));
}
