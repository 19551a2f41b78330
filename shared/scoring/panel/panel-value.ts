import type { Rational } from '../numbers/rational.ts';
import { add, divide, multiply, ZERO } from '../numbers/rational.ts';
import { round } from '../numbers/round.ts';
import type { Combination, RoundingPlace, Trim } from '../scorebook/types.ts';
import type { Cells } from '../table/cells.ts';
import { partyOf } from '../table/cells.ts';
import type { Roundings, WeightedParty } from '../table/types.ts';
import { combine } from './combine.ts';
import type { Trimmed } from './trim.ts';
import { trim } from './trim.ts';

/** How values become one value: the official way, or that of a tie rule. */
export interface Method {
  readonly combine: Combination;
  readonly trim: Trim | null;
  readonly parties: readonly WeightedParty[] | null;
  readonly round: Roundings;
}

/** What one weighted party gives. */
export interface PartyValue {
  readonly party: number;
  /** Its own trim, where the rule trims within parties. */
  readonly trimmed: Trimmed | null;
  readonly kept: readonly number[];
  /** Before and after rounding at `party`; null if the party has nothing left. */
  readonly value: Rational | null;
  readonly rounded: Rational | null;
}

/** How one panel value came about. Lists hold indices of the column. */
export interface PanelValue {
  readonly indices: readonly number[];
  /** The trim across the panel; null where the rule trims within parties. */
  readonly trimmed: Trimmed | null;
  /** Null without weighted parties. */
  readonly parties: readonly PartyValue[] | null;
  /** Before and after rounding at `mean`; null if there is nothing to combine. */
  readonly value: Rational | null;
  readonly rounded: Rational | null;
}

/** The value rounded where the rules say so, else as it is. */
export function roundAt(value: Rational, place: RoundingPlace, roundings: Roundings): Rational {
  const rounding = roundings[place];
  return rounding === undefined ? value : round(value, rounding.dp, rounding.mode);
}

/**
 * Trim → panel value → round `mean` (DESIGN §6). With parties: Σ weight × party value / Σ weight over the parties present.
 */
export function panelValue(cells: Cells, indices: readonly number[], method: Method): PanelValue {
  const acrossPanel = method.parties === null || method.trim?.within !== 'party';
  const trimmed = acrossPanel ? trim(cells.column, indices, method.trim) : null;
  const left = trimmed?.kept ?? indices;
  const parties = method.parties?.map((_, party) => partyValue(cells, left, party, method)) ?? null;
  const value = parties === null ? combined(cells, left, method) : weighted(parties, method.parties ?? []);
  return { indices, trimmed, parties, value, rounded: value && roundAt(value, 'mean', method.round) };
}

function partyValue(cells: Cells, left: readonly number[], party: number, method: Method): PartyValue {
  const own = left.filter((index) => partyOf(cells, index) === party);
  const trimmed = method.trim?.within === 'party' ? trim(cells.column, own, method.trim) : null;
  const kept = trimmed?.kept ?? own;
  const value = combined(cells, kept, method);
  return { party, trimmed, kept, value, rounded: value && roundAt(value, 'party', method.round) };
}

function combined({ column }: Cells, kept: readonly number[], method: Method): Rational | null {
  return kept.length === 0 ? null : combine(column, kept, method.combine);
}

function weighted(values: readonly PartyValue[], parties: readonly WeightedParty[]): Rational | null {
  let total = ZERO;
  let weights = ZERO;
  for (const { party, rounded } of values) {
    const weight = parties[party]?.weight;
    if (rounded === null || weight === undefined) continue;
    total = add(total, multiply(rounded, weight));
    weights = add(weights, weight);
  }
  return weights.n === 0n ? null : divide(total, weights);
}
