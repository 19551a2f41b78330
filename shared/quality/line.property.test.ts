import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../ledger/sha256-for-tests.ts';
import { checked } from '../scoring/testing/fixtures.ts';
import { rankScorebook } from '../scoring/result.ts';
import { panelBook } from '../scoring/testing/panel-book.ts';
import { analyse } from './analyse.ts';

const table = fc
  .record({ judges: fc.integer({ min: 2, max: 5 }), entries: fc.integer({ min: 2, max: 6 }) })
  .chain(({ judges, entries }) => {
    const mark = fc.integer({ min: 60, max: 70 }).map(String);
    const row = fc.array(mark, { minLength: judges, maxLength: judges });
    return fc.array(row, { minLength: entries, maxLength: entries });
  });

/** Ranks of all entries when one judge is left out, by taking the column out and ranking what remains. */
function ranksWithout(rows: readonly (readonly string[])[], left: number): (number | null)[] {
  const fewer = panelBook(rows.map((row) => row.filter((_, judge) => judge !== left)));
  const { entries } = rankScorebook(checked(fewer), sha256);
  return rows.map((_, entry) => entries.find(({ id }) => id === `p${entry + 1}`)?.rank ?? null);
}

test('any table → range and standing are those of leaving out every judge in turn, by brute force', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 5 }), (rows, cut) => {
      const book = panelBook(rows);
      const numbered = { ...book, judges: book.judges.map(({ id }) => ({ id: id.slice(1) })) };
      const sheets = book.sheets.map((sheet) => ({ ...sheet, judge: sheet.judge.slice(1) }));
      const scorebook = { ...numbered, sheets };
      const { checksum, entries } = rankScorebook(checked(scorebook), sha256);
      const { line } = analyse({ scorebook, checksum, cut, parties: [] }, sha256);
      if (cut >= rows.length) {
        expect(line).toBeNull();
        return;
      }
      const without = book.judges.map((_, judge) => ranksWithout(rows, judge));
      for (const { id, rank } of entries) {
        const index = Number(id.slice(1)) - 1;
        const ranks = without.map((all) => all[index] ?? Infinity);
        const kept = ranks.filter((one) => one <= cut).length;
        expect(line?.entries.find(({ proposal }) => proposal === id)).toMatchObject({
          best: Math.min(rank ?? Infinity, ...ranks),
          worst: Math.max(rank ?? 0, ...ranks),
          kept,
          standing: kept === book.judges.length ? 'firm_in' : kept === 0 ? 'firm_out' : 'borderline',
        });
      }
    }),
    { numRuns: 60 },
  );
});
