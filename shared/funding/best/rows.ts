import type { LinearModel } from '../../solver/mip.ts';

/** A column x with 0 ≤ x ≤ `upper`. */
export type Column = { readonly objective: number; readonly upper: number; readonly isWhole: boolean };

/** A row: `lower` ≤ Σ value × x ≤ `upper`; infinities where there is no bound. */
export type Row = {
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly (readonly [column: number, value: number])[];
};

export const atMost = (upper: number, terms: Row['terms']): Row => ({ lower: -Infinity, upper, terms });
export const atLeast = (lower: number, terms: Row['terms']): Row => ({ lower, upper: Infinity, terms });

/** A column that is 0 or 1. */
export const yesOrNo = (objective: number): Column => ({ objective, upper: 1, isWhole: true });

/**
 * A row divided by what all its figures have in common and its bounds rounded inwards: for integers it says the same,
 * and one unit more stands out from an engine's tolerance.
 */
export function inLowestTerms({ lower, upper, terms }: Row): Row {
  const values = terms.filter(([, value]) => value !== 0);
  const common = values.reduce((divisor, [, value]) => commonDivisor(divisor, Math.abs(value)), 0);
  if (common <= 1) return { lower, upper, terms: values };
  return {
    lower: Math.ceil(lower / common),
    upper: Math.floor(upper / common),
    terms: values.map(([column, value]) => [column, value / common]),
  };
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** The programme as an engine takes it, by columns. */
export function linearModel(columns: readonly Column[], rows: readonly Row[]): LinearModel {
  const entries = columns.map((): [row: number, value: number][] => []);
  for (const [row, { terms }] of rows.entries())
    for (const [column, value] of terms) entries[column]?.push([row, value]);
  const starts = new Int32Array(columns.length + 1);
  for (const [column, list] of entries.entries()) starts[column + 1] = (starts[column] ?? 0) + list.length;
  const flat = entries.flat();
  return {
    cost: Float64Array.from(columns, ({ objective }) => objective),
    lower: new Float64Array(columns.length),
    upper: Float64Array.from(columns, ({ upper }) => upper),
    whole: Uint8Array.from(columns, ({ isWhole }) => Number(isWhole)),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    rows: Int32Array.from(flat, ([row]) => row),
    values: Float64Array.from(flat, ([, value]) => value),
  };
}
