import type { Combination, Judge, Rules } from '../scorebook/types.ts';
import { Fraction } from './fraction.ts';
import type { Round } from './rounding.ts';

/** One judge's value: a sheet total or a mark. */
export type Given = { readonly judge: Judge; readonly value: Fraction };

/** Drops by sorting: ascending by value, equals by weighted party; the first `low` and the last `high` go. */
export function withoutExtremes(given: readonly Given[], rules: Rules): Given[] {
  const { trim, parties } = rules;
  if (!trim || given.length < trim.min_valid) return [...given];
  const party = ({ judge }: Given): number => (parties ?? []).findIndex(({ id }) => id === judge.party);
  const sorted = [...given].sort((a, b) => a.value.against(b.value) || party(a) - party(b));
  return sorted.slice(trim.low, sorted.length - trim.high);
}

export function together(given: readonly Given[], by: Combination): Fraction | null {
  if (given.length === 0) return null;
  const total = Fraction.total(given.map(({ value }) => value));
  if (by === 'sum') return total;
  if (by === 'mean') return total.over(new Fraction(BigInt(given.length)));
  const sorted = given.map(({ value }) => value).sort((a, b) => a.against(b));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper && lower ? upper.plus(lower).over(new Fraction(2n)) : null;
}

/** The values of one party that survive the trim. */
export function ofParty(given: readonly Given[], party: string, rules: Rules): Given[] {
  const own = (all: readonly Given[]): Given[] => all.filter(({ judge }) => judge.party === party);
  return rules.trim?.within === 'party'
    ? withoutExtremes(own(given), rules)
    : own(withoutExtremes(given, rules));
}

/** The panel value before rounding at `mean`. */
export function ofPanel(given: readonly Given[], rules: Rules, round: Round): Fraction | null {
  if (!rules.parties) return together(withoutExtremes(given, rules), rules.combine);
  const present = rules.parties.flatMap(({ id, weight }) => {
    const value = together(ofParty(given, id, rules), rules.combine);
    return value === null ? [] : [{ weight: Fraction.of(weight), value: round(value, 'party') }];
  });
  if (present.length === 0) return null;
  return Fraction.total(present.map(({ weight, value }) => weight.times(value))).over(
    Fraction.total(present.map(({ weight }) => weight)),
  );
}
