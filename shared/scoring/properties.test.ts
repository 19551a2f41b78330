import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../ledger/sha256-for-tests.ts';
import { exact } from './numbers/decimal.ts';
import { compare } from './numbers/rational.ts';
import type { EntryResult } from './result.ts';
import { rankScorebook } from './result.ts';
import type { ScorebookFile, Sheet } from './scorebook/types.ts';
import { randomCountyScorebook, randomScorebook } from './second/random-scorebook.ts';
import { checked } from './testing/fixtures.ts';

/** Random scorebooks take a while on a busy machine; this is no claim about speed. */
const PATIENCE = 300_000;

type Brief = Pick<EntryResult, 'rank' | 'score' | 'valid' | 'flags'>;

function briefs(file: ScorebookFile): Map<string, Brief> {
  const { entries } = rankScorebook(checked(file), sha256);
  return new Map(entries.map(({ id, rank, score, valid, flags }) => [id, { rank, score, valid, flags }]));
}

const shuffled = (book: ScorebookFile): fc.Arbitrary<ScorebookFile> =>
  fc
    .tuple(...[book.judges, book.entries, book.sheets].map((list) => shuffle<unknown>(list)))
    .map(([judges, entries, sheets]) => ({ ...book, judges, entries, sheets }) as ScorebookFile);

function shuffle<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}

test(
  'judges, entries and sheets in any order → the same scores, ranks, counts and flags',
  () => {
    const pair = randomScorebook.chain((book) => fc.tuple(fc.constant(book), shuffled(book)));
    fc.assert(
      fc.property(pair, ([book, other]) => {
        expect(briefs(other)).toEqual(briefs(book));
      }),
      { numRuns: 200 },
    );
  },
  PATIENCE,
);

test(
  'one mark raised → its entry never falls, in score or rank',
  () => {
    const raise = fc.tuple(randomCountyScorebook, fc.nat(), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(raise, ([book, at, halves]) => {
        fc.pre(book.sheets.length > 0);
        const index = at % book.sheets.length;
        const sheet = book.sheets[index] as Sheet;
        const before = exact(sheet.marks?.c0 ?? '');
        const mark = String(halves / 2);
        fc.pre(compare(exact(mark), before) > 0);
        const raised = { ...sheet, marks: { ...sheet.marks, c0: mark } };
        const after = { ...book, sheets: book.sheets.with(index, raised) };
        const [old, now] = [book, after].map((file) => briefs(file).get(sheet.entry));
        if (old?.score == null || now?.score == null) {
          expect(now?.score).toBe(old?.score);
          return;
        }
        expect(compare(exact(now.score), exact(old.score))).toBeGreaterThanOrEqual(0);
        expect(now.rank).toBeLessThanOrEqual(old.rank ?? 0);
      }),
      { numRuns: 200 },
    );
  },
  PATIENCE,
);

test(
  'any result → ranks are shared ranks: as many entries above as the rank says, less one',
  () => {
    fc.assert(
      fc.property(randomScorebook, (book) => {
        const { entries } = rankScorebook(checked(book), sha256);
        const ranks = entries.flatMap(({ rank }) => rank ?? []);
        for (const rank of ranks) expect(ranks.filter((other) => other < rank)).toHaveLength(rank - 1);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  },
  PATIENCE,
);

test(
  'any derivation → every drop is counted and the last value is the score',
  () => {
    fc.assert(
      fc.property(randomScorebook, (book) => {
        for (const { score, steps } of rankScorebook(checked(book), sha256).entries) {
          for (const step of steps)
            if (step.step === 'trim') {
              expect(step.valid - step.high.length - step.low.length).toBe(step.kept);
              if (step.applied)
                expect([step.high.length, step.low.length]).toEqual([
                  book.rules.trim?.high,
                  book.rules.trim?.low,
                ]);
              else expect(step.kept).toBe(step.valid);
            }
          const values = steps.flatMap((step) =>
            'to' in step ? [step.to] : 'value' in step ? [step.value] : [],
          );
          if (score !== null) expect(values.at(-1)).toBe(score);
        }
      }),
      { numRuns: 200 },
    );
  },
  PATIENCE,
);
