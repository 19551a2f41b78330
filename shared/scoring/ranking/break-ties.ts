import { formatExact } from '../numbers/format.ts';
import type { Rational } from '../numbers/rational.ts';
import type { TieRule } from '../scorebook/types.ts';
import type { Ordered } from './ordered.ts';

/** One tie rule put to one group of equal entries. */
export interface TieDecision {
  readonly rule: TieRule;
  /** Entry index and the exact value compared, best first; null: the entry has no such value. */
  readonly compared: readonly { readonly entry: number; readonly value: Rational | null }[];
  /** Whether the rule told any of them apart. */
  readonly decided: boolean;
}

/** A tie rule with what it compares. */
export interface PreparedTie {
  readonly rule: TieRule;
  readonly values: () => Ordered;
}

/** Told of every tie rule that was put to a group of equals; null where nobody wants to know. */
export type RecordTie = ((decision: TieDecision) => void) | null;

/**
 * Splits a group of equal entries by the tie rules in their order; what remains equal stays together. A rule that
 * lacks a value for one of the group decides nothing there: it cannot speak about that one.
 */
export function breakTies(
  group: readonly number[],
  ties: readonly PreparedTie[],
  record: RecordTie,
): (readonly number[])[] {
  if (group.length === 1) return [group];
  const [tie, ...rest] = ties;
  if (tie === undefined) return [group];
  const values = tie.values();
  const speaks = group.every((entry) => values.has(entry));
  const sorted = speaks ? values.sorted(group) : group;
  const parts = speaks ? splitEqual(sorted, (a, b) => values.compare(a, b) === 0) : [group];
  const compared = (entry: number): TieDecision['compared'][number] => ({
    entry,
    value: values.valueOf(entry),
  });
  record?.({ rule: tie.rule, compared: sorted.map(compared), decided: parts.length > 1 });
  return parts.flatMap((part) => breakTies(part, rest, record));
}

/** Cuts a sorted list between neighbours that differ. */
export function splitEqual<T>(sorted: readonly T[], equal: (a: T, b: T) => boolean): T[][] {
  const parts: T[][] = [];
  for (const item of sorted) {
    const part = parts[parts.length - 1];
    const last = part?.[part.length - 1];
    if (part !== undefined && last !== undefined && equal(last, item)) part.push(item);
    else parts.push([item]);
  }
  return parts;
}

/** The compared value as text: a place for an order, else the exact number. */
export function tieValueText(rule: TieRule, value: Rational): string {
  const isOrder = typeof rule === 'object' && ('lot' in rule || 'decision' in rule);
  return formatExact(isOrder ? { n: -value.n, d: value.d } : value);
}
