import type { Quotients } from '../numbers/quotients.ts';
import { compareQuotients, hasQuotient, quotientAt, sortedQuotients } from '../numbers/quotients.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare } from '../numbers/rational.ts';

/** Exact values of entries, by entry index, the greater the better. */
export interface Ordered {
  has(entry: number): boolean;
  /** Negative, zero or positive; both entries have a value. */
  compare(a: number, b: number): number;
  /** Those entries, all of which have a value, with the greatest first, equal ones in the order given. */
  sorted(entries: readonly number[]): number[];
  /** Null: the entry has no such value. */
  valueOf(entry: number): Rational | null;
}

export function orderedQuotients(values: Quotients): Ordered {
  return {
    has: (entry) => hasQuotient(values, entry),
    compare: (a, b) => compareQuotients(values, a, b),
    sorted: (entries) => sortedQuotients(values, entries),
    valueOf: (entry) => quotientAt(values, entry),
  };
}

/** Values that are computed when first asked for. */
export function orderedValues(compute: (entry: number) => Rational | null): Ordered {
  const known = new Map<number, Rational | null>();
  const valueOf = (entry: number): Rational | null => {
    const value = known.get(entry);
    if (value !== undefined) return value;
    const computed = compute(entry);
    known.set(entry, computed);
    return computed;
  };
  const present = (entry: number): Rational => {
    const value = valueOf(entry);
    if (value === null) throw new RangeError(`entry ${entry} has no value`);
    return value;
  };
  return {
    has: (entry) => valueOf(entry) !== null,
    compare: (a, b) => compare(present(a), present(b)),
    sorted: (entries) => [...entries].sort((a, b) => compare(present(b), present(a))),
    valueOf,
  };
}
