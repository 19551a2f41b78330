import { formatExact } from '../numbers/format.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare } from '../numbers/rational.ts';
import type { TieRule } from '../scorebook/types.ts';

/** One tie rule put to one group of equal entries. */
export interface TieDecision {
  readonly rule: TieRule;
  /** Entry index and the exact value compared, best first; null: the entry has no such value. */
  readonly compared: readonly { readonly entry: number; readonly value: Rational | null }[];
  /** Whether the rule told any of them apart. */
  readonly decided: boolean;
}

/**
 * Splits a group of equal entries by the tie rules in their order; what remains equal stays together. A rule that
 * lacks a value for one of the group decides nothing there: it cannot speak about that one.
 */
export function breakTies(
  group: readonly number[],
  rules: readonly TieRule[],
  valueOf: (entry: number, rule: TieRule) => Rational | null,
  record: (decision: TieDecision) => void,
): (readonly number[])[] {
  const [rule, ...rest] = rules;
  if (group.length === 1 || rule === undefined) return [group];
  const compared = group.map((entry) => ({ entry, value: valueOf(entry, rule) }));
  const known = compared.flatMap(({ entry, value }) => (value === null ? [] : [{ entry, value }]));
  if (known.length < group.length) {
    record({ rule, compared, decided: false });
    return breakTies(group, rest, valueOf, record);
  }
  const sorted = known.sort((a, b) => compare(b.value, a.value));
  const parts = splitEqual(sorted, (a, b) => compare(a.value, b.value) === 0);
  record({ rule, compared: sorted, decided: parts.length > 1 });
  return parts.flatMap((part) =>
    breakTies(
      part.map(({ entry }) => entry),
      rest,
      valueOf,
      record,
    ),
  );
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
