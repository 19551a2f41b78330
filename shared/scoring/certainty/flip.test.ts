import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import type { Criterion, Rules, ScorebookFile, Sheet } from '../scorebook/types.ts';
import { secondResult } from '../second/calculator.ts';
import { Fraction } from '../second/fraction.ts';
import { randomCountyScorebook } from '../second/random-scorebook.ts';
import { checked } from '../testing/fixtures.ts';
import { panelBook } from '../testing/panel-book.ts';
import { certaintyOf } from './certainty.ts';
import type { Flip } from './types.ts';

/** One criterion, so that a sheet total is a mark. */
const CRITERION: Criterion = { id: 'c', min: '1', max: '4', step: '0.5', factor: '2' };

function flipsOf(book: ScorebookFile, cut: number): readonly Flip[] {
  return certaintyOf(checked(book), cut, 'seed', sha256).flip;
}

/** Every total that a sheet could have, as marks; those below its own cost, in points, what was taken. */
function moves(sheet: Sheet | undefined, direction: 'down' | 'up'): { mark: string; points: number }[] {
  const own = Number(sheet?.marks?.c);
  if (sheet === undefined) return [{ mark: '', points: 0 }];
  return [1, 1.5, 2, 2.5, 3, 3.5, 4]
    .filter((mark) => (direction === 'down' ? mark <= own : mark >= own))
    .map((mark) => ({ mark: String(mark), points: 2 * Math.abs(mark - own) }));
}

function scoreWith(book: ScorebookFile, sheet: Sheet | undefined, entry: string, mark: string): Fraction {
  const sheets = book.sheets.map((one) => (one === sheet ? { ...one, marks: { c: mark } } : one));
  const { score } = secondResult({ ...book, sheets }).find(({ id }) => id === entry) ?? {};
  if (!score) throw new Error(entry);
  return Fraction.of(score);
}

/** The least points by trying everything; null if nothing suffices. */
function leastPoints(book: ScorebookFile, judge: string, cut: number): number | null {
  const results = secondResult(book);
  const reach = (direction: 'down' | 'up') =>
    results
      .filter(({ rank }) => rank !== null && rank <= cut === (direction === 'down'))
      .flatMap(({ id }) => {
        const sheet = book.sheets.find((one) => one.judge === judge && one.entry === id);
        return moves(sheet, direction).map(({ mark, points }) => ({
          points,
          score: scoreWith(book, sheet, id, mark),
        }));
      });
  const ups = reach('up');
  const sums = reach('down').flatMap((down) =>
    ups.flatMap((up) => (up.score.against(down.score) > 0 ? [down.points + up.points] : [])),
  );
  return sums.length === 0 ? null : Math.min(...sums);
}

const book = fc
  .tuple(randomCountyScorebook, fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 60, maxLength: 60 }))
  .map(([county, halves]): ScorebookFile => ({
    ...county,
    criteria: [CRITERION],
    sheets: county.sheets.map((sheet, i) => ({ ...sheet, marks: { c: String((halves[i] ?? 4) / 2) } })),
    rules: {
      ...county.rules,
      combine: (['mean', 'median', 'sum'] as const)[(halves[0] ?? 0) % 3] ?? 'mean',
      ties: [],
    },
  }));

test('any panel → for every judge the least points found by trying everything', () => {
  fc.assert(
    fc.property(book, fc.integer({ min: 1, max: 3 }), (one, cut) => {
      for (const { judge, points } of flipsOf(one, cut))
        expect(points, judge).toBe(leastPoints(one, judge, cut));
    }),
    { numRuns: 40 },
  );
}, 300_000);

const scale: Partial<Criterion> = { max: '100', step: '0.5' };
function panel(rows: readonly (readonly (string | null)[])[], rules: Partial<Rules> = {}): ScorebookFile {
  return { ...panelBook(rows, rules), criteria: [{ id: 'c', ...scale }] };
}

test('plain mean of three, a point apart → three points of one judge and a half to be above', () => {
  const [first] = flipsOf(
    panel([
      ['80', '80', '80'],
      ['79', '79', '79'],
    ]),
    1,
  );
  expect(first).toEqual({ judge: 'j1', points: 3.5, down: 'p1', up: 'p2' });
});

test('trimmed mean → a judge who is already the extreme can do nothing, or only up to the others', () => {
  const trim = { high: 1, low: 1, min_valid: 3 };
  const [first] = flipsOf(
    panel(
      [
        ['90', '80', '70'],
        ['60', '65', '70'],
      ],
      { trim },
    ),
    1,
  );
  expect(first).toEqual({ judge: 'j1', points: null, down: null, up: null });
});

test('a recused judge → moves only the entry that was marked', () => {
  const [first] = flipsOf(
    panel([
      [null, '80', '80'],
      ['79', '79', '79'],
    ]),
    1,
  );
  expect(first).toEqual({ judge: 'j1', points: 3.5, down: 'p1', up: 'p2' });
});

test('everybody funded, or unit criterion → none', () => {
  const rows = [
    ['80', '80'],
    ['79', '79'],
  ];
  expect(flipsOf(panel(rows), 2)[0]?.points).toBeNull();
  expect(flipsOf(panel(rows, { unit: 'criterion' }), 1)[0]?.points).toBeNull();
});

test('two judged stages with weights → the sheet that counts more is the cheaper one', () => {
  const stages = [
    { id: 'paper', weight: '0.4' },
    { id: 'defense', weight: '0.6' },
  ];
  const plain = panel([['80'], ['79']], { stages });
  const sheets = stages.flatMap(({ id }) => plain.sheets.map((sheet) => ({ ...sheet, stage: id })));
  expect(flipsOf({ ...plain, sheets }, 1)).toEqual([{ judge: 'j1', points: 2, down: 'p1', up: 'p2' }]);
});
