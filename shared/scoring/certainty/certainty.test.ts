import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { rankTable } from '../ranking/rank.ts';
import type { ScorebookFile } from '../scorebook/types.ts';
import { secondResult } from '../second/calculator.ts';
import { randomScorebook } from '../second/random-scorebook.ts';
import { buildTable } from '../table/build.ts';
import { checked } from '../testing/fixtures.ts';
import { panelBook } from '../testing/panel-book.ts';
import { certaintyOf } from './certainty.ts';
import { multisets } from './multisets.ts';
import type { Certainty } from './types.ts';

const PATIENCE = 300_000;

function certainty(book: ScorebookFile, cut: number): Certainty {
  return certaintyOf(checked(book), cut, 'seed', sha256);
}

/** Ranks by the second calculator. */
function ranksOf(book: ScorebookFile): Map<string, number | null> {
  return new Map(secondResult(book).map(({ id, rank }) => [id, rank]));
}

function fundedOf(book: ScorebookFile, cut: number): string[] {
  return [...ranksOf(book)].flatMap(([id, rank]) => (rank !== null && rank <= cut ? [id] : [])).sort();
}

function without(book: ScorebookFile, judge: string): ScorebookFile {
  return {
    ...book,
    judges: book.judges.filter(({ id }) => id !== judge),
    sheets: book.sheets.filter((sheet) => sheet.judge !== judge),
  };
}

/** The book of a panel that was drawn: a judge drawn twice is two judges with the same sheets. */
function drawn(book: ScorebookFile, judges: readonly number[]): ScorebookFile {
  const from = judges.flatMap((index) => book.judges[index] ?? []);
  return {
    ...book,
    judges: from.map((judge, i) => ({ ...judge, id: `${i}` })),
    sheets: from.flatMap((judge, i) =>
      book.sheets.flatMap((sheet) => (sheet.judge === judge.id ? [{ ...sheet, judge: `${i}` }] : [])),
    ),
  };
}

/** Every ordered way to draw as many judges as there are, inside each group. */
function allDraws(groups: readonly (readonly number[])[]): number[][] {
  const slots = groups.flatMap((group) => group.map(() => group));
  return slots.reduce<number[][]>(
    (draws, group) => draws.flatMap((draw) => group.map((judge) => [...draw, judge])),
    [[]],
  );
}

test(
  'any scorebook → the line and every leave-one-out as if the judge had never been there',
  () => {
    fc.assert(
      fc.property(randomScorebook, fc.integer({ min: 1, max: 4 }), (book, cut) => {
        const found = certainty(book, cut);
        expect([...found.funded].sort()).toEqual(fundedOf(book, cut));
        expect(found.tied_at_line).toBe(found.funded.length > cut);
        for (const { judge, funded } of found.leave_one_out)
          expect([...funded].sort(), judge).toEqual(fundedOf(without(book, judge), cut));
        const rankings = [book, ...book.judges.map(({ id }) => without(book, id))].map(ranksOf);
        for (const { entry, best, worst } of found.range) {
          const ranks = rankings.flatMap((ranking) => ranking.get(entry) ?? []);
          expect([best, worst]).toEqual(
            ranks.length === 0 ? [null, null] : [Math.min(...ranks), Math.max(...ranks)],
          );
        }
      }),
      { numRuns: 60 },
    );
  },
  PATIENCE,
);

test(
  'any scorebook of up to four judges → the bootstrap over every way to draw them',
  () => {
    fc.assert(
      fc.property(randomScorebook, fc.integer({ min: 1, max: 3 }), (book, cut) => {
        fc.pre(book.judges.length <= 4);
        const all = book.judges.map((_, index) => index);
        const groups = book.rules.parties
          ? book.rules.parties.map(({ id }) => all.filter((index) => book.judges[index]?.party === id))
          : [all];
        const draws = allDraws(groups).map((draw) => new Set(fundedOf(drawn(book, draw), cut)));
        for (const { entry, probability } of certainty(book, cut).bootstrap)
          expect(probability).toBe(draws.filter((funded) => funded.has(entry)).length / draws.length);
      }),
      { numRuns: 40 },
    );
  },
  PATIENCE,
);

test('a shared rank that straddles the line → counts whole', () => {
  const found = certainty(panelBook([['9'], ['8'], ['8'], ['7']]), 2);
  expect([found.funded, found.tied_at_line]).toEqual([['p1', 'p2', 'p3'], true]);
});

test(
  'more judges than can be enumerated → 2,000 draws, the same for the same seed, near the exact value',
  () => {
    const rows = ['8', '7.9', '7.7'].map((base) =>
      Array.from({ length: 9 }, (_, j) => String(Number(base) + ((j * j) % 5) / 10)),
    );
    const book = checked(
      panelBook(rows.map((row, e) => row.map((mark, j) => ((e + j) % 3 === 0 ? '8' : mark)))),
    );
    const [once = [], again, other = []] = ['a', 'a', 'b'].map(
      (seed) => certaintyOf(book, 1, seed, sha256).bootstrap,
    );
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
    const table = buildTable(book);
    for (const [index, { id }] of table.entries.entries()) {
      const ways = multisets(9).map(({ copies, ways: w }) =>
        (rankTable(table, Uint16Array.from(copies)).ranks[index] ?? 9) <= 1 ? w : 0,
      );
      const probability = ways.reduce((a, b) => a + b, 0) / 9 ** 9;
      const drawnOne = once.find(({ entry }) => entry === id)?.probability ?? Number.NaN;
      expect(Number.isInteger(drawnOne * 2000)).toBe(true);
      expect(Math.abs(drawnOne - probability)).toBeLessThan(0.05);
    }
  },
  PATIENCE,
);
