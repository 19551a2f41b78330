import { itemAt, valueOf } from '../item.ts';
import type { Column } from '../numbers/column.ts';
import { columnOf, integerAt, sumsAreSafe } from '../numbers/column.ts';
import { decimal } from '../numbers/decimal.ts';
import type { Rational } from '../numbers/rational.ts';
import { leastCommonMultiple } from '../numbers/rational.ts';
import { round } from '../numbers/round.ts';
import type { Roundings } from './types.ts';

type Rounding = NonNullable<Roundings['sheet']>;

/**
 * Decimal texts as integers over one power of ten; null is stored as 0, so its cell must be known from elsewhere.
 * `terms`: the most values that are ever added up. A text that occurs often is read once.
 */
export function markColumn(texts: readonly (string | null)[], terms: number): Column {
  const distinct = [...new Set(texts)].flatMap((text) => (text === null ? [] : [text]));
  const decimals = distinct.map(decimal);
  const places = decimals.reduce((most, one) => Math.max(most, one.places), 0);
  const scaled = decimals.map(({ digits, places: own }) => digits * 10n ** BigInt(places - own));
  const { integers, ...column } = columnOf(scaled, 10n ** BigInt(places), terms);
  if (integers instanceof Float64Array) {
    const byText = new Map<string | null, number>(distinct.map((text, i) => [text, itemAt(integers, i)]));
    byText.set(null, 0);
    return { ...column, integers: Float64Array.from(texts, (text) => valueOf(byText, text)) };
  }
  const byText = new Map<string | null, bigint>(distinct.map((text, i) => [text, itemAt(integers, i)]));
  byText.set(null, 0n);
  return { ...column, integers: texts.map((text) => valueOf(byText, text)) };
}

/**
 * Σ mark × factor of each row of `factors.length` cells, over one common denominator. In doubles where no sum of
 * `terms` totals can leave the safe integers, else in bigints.
 */
export function weightedTotals(marks: Column, factors: readonly Rational[], terms: number): Column {
  const common = factors.reduce((multiple, factor) => leastCommonMultiple(multiple, factor.d), 1n);
  const weights = factors.map((factor) => factor.n * (common / factor.d));
  const scale = marks.scale * common;
  const { integers, largest: mark } = marks;
  if (!(integers instanceof Float64Array)) return columnOf(exactTotals(integers, weights), scale, terms);
  const largest = weights.reduce((total, weight) => total + mark * weight, 0n);
  return sumsAreSafe(largest, terms)
    ? { scale, integers: safeTotals(integers, weights.map(Number)), largest }
    : columnOf(exactTotals(Array.from(integers, BigInt), weights), scale, terms);
}

function safeTotals(cells: Float64Array, weights: readonly number[]): Float64Array {
  const totals = new Float64Array(weights.length === 0 ? 0 : cells.length / weights.length);
  let cell = 0;
  for (let row = 0; row < totals.length; row += 1) {
    let total = 0;
    for (const weight of weights) total += integerAt(cells, cell++) * weight;
    totals[row] = total;
  }
  return totals;
}

function exactTotals(cells: readonly bigint[], weights: readonly bigint[]): bigint[] {
  const rows = weights.length === 0 ? 0 : cells.length / weights.length;
  return Array.from({ length: rows }, (_, row) =>
    weights.reduce((total, weight, c) => total + itemAt(cells, row * weights.length + c) * weight, 0n),
  );
}

/** Every value rounded; the same column where the rules do not round. */
export function roundedColumn(column: Column, rounding: Rounding | undefined, terms: number): Column {
  if (rounding === undefined) return column;
  const { dp, mode } = rounding;
  const rounded = Array.from<number | bigint, bigint>(
    column.integers,
    (n) => round({ n: BigInt(n), d: column.scale }, dp, mode).n,
  );
  return columnOf(rounded, 10n ** BigInt(dp), terms);
}
