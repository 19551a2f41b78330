import type { Column } from '../numbers/column.ts';
import { integerAt } from '../numbers/column.ts';
import type { Trim } from '../scorebook/types.ts';

/** Which of some values of a column were dropped; all lists hold column indices in the order given. */
export interface Trimmed {
  readonly valid: number;
  /** False where fewer than `min_valid` values exist, or the rules drop none. */
  readonly applied: boolean;
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly kept: readonly number[];
}

const NONE: readonly number[] = [];

/**
 * Drops the highest and lowest of the values at `indices`, of several equal extremes only as many as the rule says:
 * among equal lowest the first in the order given, among equal highest the last. Which one it is changes nothing
 * but the name shown, except where weighted parties are trimmed across the panel; there the order is by party.
 */
export function trim({ integers }: Column, indices: readonly number[], rule: Trim | null): Trimmed {
  const valid = indices.length;
  if (rule === null || valid < rule.min_valid || rule.high + rule.low === 0)
    return { valid, applied: false, high: NONE, low: NONE, kept: indices };
  const kept = [...indices];
  const low: number[] = [];
  const high: number[] = [];
  while (low.length < rule.low) low.push(...kept.splice(lowest(integers, kept), 1));
  while (high.length < rule.high) high.push(...kept.splice(highest(integers, kept), 1));
  return { valid, applied: true, high, low, kept };
}

/** The position of the first lowest value. */
function lowest(integers: Column['integers'], indices: readonly number[]): number {
  let best: number | bigint | undefined;
  let at = 0;
  for (let i = 0; i < indices.length; i += 1) {
    const value = integerAt<number | bigint>(integers, indices[i] ?? -1);
    if (best !== undefined && value >= best) continue;
    best = value;
    at = i;
  }
  return at;
}

/** The position of the last highest value. */
function highest(integers: Column['integers'], indices: readonly number[]): number {
  let best: number | bigint | undefined;
  let at = 0;
  for (let i = 0; i < indices.length; i += 1) {
    const value = integerAt<number | bigint>(integers, indices[i] ?? -1);
    if (best !== undefined && value < best) continue;
    best = value;
    at = i;
  }
  return at;
}
