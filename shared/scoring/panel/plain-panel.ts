import type { Copies } from '../entry/types.ts';
import type { Quotients } from '../numbers/quotients.ts';
import type { Cells } from '../table/cells.ts';
import type { JudgedStage } from '../table/types.ts';
import type { PlainRule } from './plain-rule.ts';
import { KeptValues } from './kept-values.ts';
import { dropsOneAtMost, ScannedValues } from './scanned-values.ts';
import { sortedValues } from './sorted-values.ts';

/** The values that one panel looks at: sheet totals, or the marks of one criterion (an index). */
export interface PlainSource {
  readonly stage: JudgedStage;
  readonly cells: Cells;
  readonly criterion: number | null;
  /** Fewer values than this give none. */
  readonly quorum: number;
}

/** The panel values of all entries, by index. */
export type PlainPanel = (copies: Copies) => Quotients;

/**
 * Prepares the panel values of a plain rule, the same as `panelValue` gives; null where the numbers are too large for
 * it. No panel has more than `most` values.
 */
export function plainPanel(source: PlainSource, rule: PlainRule | null, most: number): PlainPanel | null {
  const { stage, cells, criterion, quorum } = source;
  const { integers, scale, largest } = cells.column;
  if (rule === null || !(integers instanceof Float64Array) || !rule.isSafe(largest, scale, most)) return null;
  const unit = Number(scale);
  const entries = stage.firstRow.length - 1;
  const once = dropsOneAtMost(rule.trim)
    ? new ScannedValues(stage, cells, integers, criterion, rule.trim)
    : null;
  // Sorted only where many panels are looked at, or more than the extremes are dropped.
  let sorted: KeptValues | null = null;
  return (copies) => {
    const kept =
      copies === null && once !== null
        ? once
        : (sorted ??= new KeptValues(sortedValues(stage, cells, integers, criterion), rule.trim));
    const n = new Float64Array(entries);
    const d = new Float64Array(entries);
    for (let entry = 0; entry < entries; entry += 1) {
      kept.add(entry, copies);
      if (kept.count === 0 || kept.count < quorum) continue;
      kept.drop(entry, copies);
      n[entry] = rule.numerator(kept.sum, kept.count, unit);
      d[entry] = rule.denominator(kept.count, unit);
    }
    return { n, d };
  };
}
