import { expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../result.ts';
import type { Rules, ScorebookFile } from '../scorebook/types.ts';
import { ranking } from '../testing/brief.ts';
import { checked } from '../testing/fixtures.ts';
import { panelBook } from '../testing/panel-book.ts';

const ranks = (file: ScorebookFile): [string, number | null][] =>
  ranking(file).map(([id, rank]) => [id, rank]);

/** Two criteria a and b, three judges; row e holds the marks of entry e as `a+b` per judge. */
function twoCriteria(rows: readonly (readonly string[])[], rules: Partial<Rules>): ScorebookFile {
  return {
    ...panelBook(rows, rules),
    criteria: [{ id: 'a' }, { id: 'b' }],
    sheets: rows.flatMap((row, e) =>
      row.map((pair, j) => {
        const [a = '', b = ''] = pair.split('+');
        return { judge: `j${j + 1}`, entry: `p${e + 1}`, marks: { a, b } };
      }),
    ),
  };
}

test('no tie rules → shared ranks 1, 2, 2, 4', () => {
  expect(ranks(panelBook([['70'], ['80'], ['80'], ['90']]))).toEqual([
    ['p4', 1],
    ['p2', 2],
    ['p3', 2],
    ['p1', 4],
  ]);
});

test('untrimmed mean and median, equal after the trim → the mean of all or the middle decides', () => {
  const trim = { high: 1, low: 1, min_valid: 5 };
  const rows = [
    ['60', '78', '80', '82', '90'],
    ['60', '79', '79', '82', '95'],
  ];
  expect(ranks(panelBook(rows, { trim, ties: ['untrimmed_mean'] }))).toEqual([
    ['p2', 1],
    ['p1', 2],
  ]);
  expect(ranks(panelBook(rows, { trim, ties: ['median'] }))).toEqual([
    ['p1', 1],
    ['p2', 2],
  ]);
});

test('a criterion → its own panel mean, its own extremes dropped', () => {
  const trim = { high: 1, low: 1, min_valid: 3 };
  const rows = [
    ['10+0', '1+9', '5+5'],
    ['6+4', '6+4', '0+10'],
  ];
  expect(ranks(twoCriteria(rows, { trim, ties: [{ criterion: 'a' }] }))).toEqual([
    ['p2', 1],
    ['p1', 2],
  ]);
  expect(ranks(twoCriteria(rows, { trim: null, ties: [{ criterion: 'a' }] }))).toEqual([
    ['p1', 1],
    ['p2', 2],
  ]);
});

test('a criterion that differs by less than the rounding → decides, since ties compare unrounded', () => {
  const rows = [
    ['5+5', '5+5', '5.1+4.9'],
    ['5+5', '5+5', '5+5'],
  ];
  const round: Rules['round'] = [{ at: 'mean', dp: 0, mode: 'half_up' }];
  expect(ranks(twoCriteria(rows, { round, ties: [{ criterion: 'a' }] }))).toEqual([
    ['p1', 1],
    ['p2', 2],
  ]);
});

test('one rule after another → each splits only what is still equal', () => {
  const rows = [['4+6'], ['5+5'], ['4+6'], ['5+5']];
  const ties: Rules['ties'] = [{ criterion: 'a' }, { lot: ['p4', 'p2'] }, { decision: ['p3', 'p1'] }];
  expect(ranks(twoCriteria(rows, { ties }))).toEqual([
    ['p4', 1],
    ['p2', 2],
    ['p3', 3],
    ['p1', 4],
  ]);
});

test('an order that leaves out one of the tied → decides nothing', () => {
  const rows = [['5'], ['5'], ['5']];
  expect(ranks(panelBook(rows, { ties: [{ decision: ['p3', 'p1'] }] })).map(([, rank]) => rank)).toEqual([
    1, 1, 1,
  ]);
  expect(ranks(panelBook(rows, { ties: [{ decision: ['p3', 'p1', 'p2'] }] }))).toEqual([
    ['p3', 1],
    ['p1', 2],
    ['p2', 3],
  ]);
});

test('a party → the mean of its own judges, weighted or not', () => {
  const rows = [
    ['7', '9'],
    ['8', '8'],
  ];
  const book = panelBook(rows, { ties: [{ party: 'x' }] });
  const judges = [
    { id: 'j1', party: 'x' },
    { id: 'j2', party: 'y' },
  ];
  const parties = [
    { id: 'x', weight: '1' },
    { id: 'y', weight: '1' },
  ];
  const expected = [
    ['p2', 1],
    ['p1', 2],
  ];
  expect(ranks({ ...book, judges })).toEqual(expected);
  expect(ranks({ ...book, judges, rules: { ...book.rules, parties } })).toEqual(expected);
});

test('a stage → its unrounded value, also that of a vote', () => {
  const stages = [
    { id: 's', weight: '1' },
    { id: 'v', weight: '0.1', votes: { by: 'percent' as const } },
  ];
  const book = (ties: Rules['ties'] & object): ScorebookFile => ({
    ...panelBook([['74'], ['76']], { stages, ties }),
    votes: [
      { stage: 'v', entry: 'p1', count: 6 },
      { stage: 'v', entry: 'p2', count: 4 },
    ],
  });
  expect(ranks(book([]))).toEqual([
    ['p1', 1],
    ['p2', 1],
  ]);
  expect(ranks(book([{ stage: 's' }]))).toEqual([
    ['p2', 1],
    ['p1', 2],
  ]);
  expect(ranks(book([{ stage: 'v' }]))).toEqual([
    ['p1', 1],
    ['p2', 2],
  ]);
});

test('a decided tie → both derivations show what was compared, best first', () => {
  const rows = [['4+6'], ['5+5']];
  const result = rankScorebook(checked(twoCriteria(rows, { ties: [{ criterion: 'a' }] })), sha256);
  for (const { steps } of result.entries)
    expect(steps.filter(({ step }) => step === 'tie')).toEqual([
      {
        step: 'tie',
        rule: { criterion: 'a' },
        compared: [
          { entry: 'p2', value: '5' },
          { entry: 'p1', value: '4' },
        ],
        decided: true,
      },
    ]);
});
