import { itemAt } from '../item.ts';
import type { Column } from '../numbers/column.ts';
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

/**
 * Drops the highest and lowest of the values at `indices`, of several equal extremes only as many as the rule says:
 * among equal lowest the first in the order given, among equal highest the last. Which one it is changes nothing
 * but the name shown, except where weighted parties are trimmed across the panel; there the order is by party.
 */
export function trim({ integers }: Column, indices: readonly number[], rule: Trim | null): Trimmed {
  const valid = indices.length;
  if (rule === null || valid < rule.min_valid || rule.high + rule.low === 0)
    return { valid, applied: false, high: [], low: [], kept: indices };
  const value = (i: number): number | bigint => itemAt<number | bigint>(integers, itemAt(indices, i));
  const dropped = new Uint8Array(valid);
  const low = pick(dropped, rule.low, (i, best) => value(i) < value(best));
  const high = pick(dropped, rule.high, (i, best) => value(i) >= value(best));
  const named = (positions: readonly number[]): number[] => positions.map((i) => itemAt(indices, i));
  return {
    valid,
    applied: true,
    high: named(high),
    low: named(low),
    kept: indices.filter((_, i) => dropped[i] === 0),
  };
}

function pick(dropped: Uint8Array, count: number, better: (i: number, best: number) => boolean): number[] {
  const picked: number[] = [];
  while (picked.length < count) {
    let best = -1;
    for (let i = 0; i < dropped.length; i += 1)
      if (dropped[i] === 0 && (best < 0 || better(i, best))) best = i;
    dropped[best] = 1;
    picked.push(best);
  }
  return picked;
}
