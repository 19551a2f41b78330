import type { Rules, ScorebookFile } from '../scorebook/types.ts';

/**
 * A scorebook of one criterion `c` without bounds: row e, column j is what judge j1… gives entry p1…, null for no
 * sheet. For tests of aggregation by hand.
 */
export function panelBook(
  rows: readonly (readonly (string | null)[])[],
  rules: Partial<Rules> = {},
): ScorebookFile {
  const judges = (rows[0] ?? []).map((_, j) => ({ id: `j${j + 1}` }));
  return {
    format: 'scorebook/1',
    criteria: [{ id: 'c' }],
    judges,
    entries: rows.map((_, e) => ({ id: `p${e + 1}` })),
    sheets: rows.flatMap((row, e) =>
      row.flatMap((mark, j) =>
        mark === null ? [] : [{ judge: `j${j + 1}`, entry: `p${e + 1}`, marks: { c: mark } }],
      ),
    ),
    rules: { unit: 'sheet', combine: 'mean', ...rules },
  };
}
