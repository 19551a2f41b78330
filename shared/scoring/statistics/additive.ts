import type { JudgeTable } from './judge-table.ts';

/** Exact effects of a table without residual, in integers of the table. */
export interface AdditiveEffects {
  readonly entries: readonly bigint[];
  readonly judges: readonly bigint[];
}

/**
 * The effects if every value is exactly entry + judge (all judges agree up to a constant each); null if not, or if
 * the table is not connected. The first entry's effect is 0. There the likelihood has no maximum: the residual
 * variance goes to 0 and the effects are known.
 */
export function additiveEffects({ rows, judges }: JudgeTable): AdditiveEffects | null {
  const entryEffects = new Map<number, bigint>([[0, 0n]]);
  const judgeEffects = new Map<number, bigint>();
  const cells = rows.flatMap((row, entry) =>
    row.flatMap((value, judge) => (value === null ? [] : [{ entry, judge, value }])),
  );
  for (let known = 0; known < entryEffects.size + judgeEffects.size;) {
    known = entryEffects.size + judgeEffects.size;
    for (const { entry, judge, value } of cells) {
      const ofEntry = entryEffects.get(entry);
      const ofJudge = judgeEffects.get(judge);
      if (ofEntry !== undefined && ofJudge === undefined) judgeEffects.set(judge, value - ofEntry);
      if (ofEntry === undefined && ofJudge !== undefined) entryEffects.set(entry, value - ofJudge);
    }
  }
  const fits = cells.every(
    ({ entry, judge, value }) => (entryEffects.get(entry) ?? 0n) + (judgeEffects.get(judge) ?? 0n) === value,
  );
  if (!fits || entryEffects.size < rows.length || judgeEffects.size < judges.length) return null;
  return {
    entries: rows.map((_, entry) => entryEffects.get(entry) ?? 0n),
    judges: judges.map((_, judge) => judgeEffects.get(judge) ?? 0n),
  };
}
