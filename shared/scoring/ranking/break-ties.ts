import { formatExact } from '../numbers/format.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare } from '../numbers/rational.ts';
import type { TieRule } from '../scorebook/types.ts';
import type { TieValue } from './tie-value.ts';

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
  readonly valueOf: TieValue;
}

type Compared = TieDecision['compared'][number];
type Valued = Compared & { readonly value: Rational };

/**
 * Splits a group of equal entries by the tie rules in their order; what remains equal stays together. A rule that
 * lacks a value for one of the group decides nothing there: it cannot speak about that one.
 */
export function breakTies(
  group: readonly number[],
  ties: readonly PreparedTie[],
  record: (decision: TieDecision) => void,
): (readonly number[])[] {
  const [tie, ...rest] = ties;
  if (group.length === 1 || tie === undefined) return [group];
  const { rule, valueOf } = tie;
  const compared: Compared[] = group.map((entry) => ({ entry, value: valueOf(entry) }));
  if (!compared.every(hasValue)) {
    record({ rule, compared, decided: false });
    return breakTies(group, rest, record);
  }
  compared.sort((a, b) => compare(b.value, a.value));
  const parts = splitEqual(compared, (a, b) => compare(a.value, b.value) === 0);
  record({ rule, compared, decided: parts.length > 1 });
  return parts.flatMap((part) =>
    breakTies(
      part.map(({ entry }) => entry),
      rest,
      record,
    ),
  );
}

function hasValue(compared: Compared): compared is Valued {
  return compared.value !== null;
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
