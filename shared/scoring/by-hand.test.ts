import { describe, expect, test } from 'vitest';
import type { Rules, ScorebookFile, Sheet } from './scorebook/types.ts';
import { secondResult } from './second/calculator.ts';
import { ranking } from './testing/brief.ts';

/** Cases whose every figure was worked out by hand from the text of the rules; both calculators must give it. */
function both(book: ScorebookFile): (readonly [string, number | null, string | null])[] {
  const second = new Map(secondResult(book).map((entry) => [entry.id, entry]));
  const first = ranking(book);
  for (const [id, rank, score] of first)
    expect([second.get(id)?.rank, second.get(id)?.score]).toEqual([rank, score]);
  return first.map(([id, rank, score]) => [id, rank, score] as const);
}

/** A line per judge and project, `j1 p1 18.5 7`; a word instead of marks is the absence, `-` a mark left out. */
function book(
  lines: string,
  criteria: ScorebookFile['criteria'],
  rules: Rules,
  more: Partial<ScorebookFile> = {},
) {
  const sheets = lines
    .trim()
    .split('\n')
    .map((line): Sheet => {
      const [judge = '', entry = '', first = '', ...rest] = line.trim().split(' ');
      const who = { judge, entry };
      if (first === 'recused' || first === 'left') return { ...who, absent: first };
      const marks = [first, ...rest].map((mark) => (mark === '-' ? null : mark));
      return { ...who, marks: Object.fromEntries(criteria.map(({ id }, i) => [id, marks[i] ?? null])) };
    });
  const ids = (of: 'judge' | 'entry') => [...new Set(sheets.map((sheet) => sheet[of]))].map((id) => ({ id }));
  return {
    format: 'scorebook/1' as const,
    criteria,
    judges: ids('judge'),
    entries: ids('entry'),
    sheets,
    rules,
    ...more,
  };
}

const mode = 'half_up' as const;
const one = [{ id: 'c' }];
const two = [{ id: 'a' }, { id: 'b' }];

describe('a panel with absent judges', () => {
  const lines = `
    j1 p1 80
    j2 p1 82
    j3 p1 84
    j4 p1 86
    j5 p1 99
    j1 p2 80
    j2 p2 82
    j3 p2 84
    j4 p2 86
    j5 p2 recused
  `;

  test('five valid are trimmed, four are not', () => {
    const trim = { high: 1, low: 1, min_valid: 5 };
    expect(both(book(lines, one, { unit: 'sheet', combine: 'mean', trim }))).toEqual([
      ['p1', 1, '84'],
      ['p2', 2, '83'],
    ]);
  });

  test('a party that is absent → its weight is left out of the divisor', () => {
    const judges = ['j1', 'j2', 'j3', 'j4', 'j5'].map((id, i) => ({ id, party: i < 4 ? 'x' : 'y' }));
    const parties = [
      { id: 'x', weight: '2/3' },
      { id: 'y', weight: '1/3' },
    ];
    // p1: (2 × 83 + 99) ÷ 3 = 265/3; p2: 83 alone.
    expect(both(book(lines, one, { unit: 'sheet', combine: 'mean', parties }, { judges }))).toEqual([
      ['p1', 1, '265/3'],
      ['p2', 2, '83'],
    ]);
  });
});

describe('exact halves', () => {
  const halves = `
    j1 p1 7.12
    j2 p1 7.13
    j1 p2 -7.12
    j2 p2 -7.13
    j1 p3 8.37
    j2 p3 8.38
  `;
  const criteria = [{ id: 'c', min: '-10' }];
  const at = (each: 'half_up' | 'half_even' | 'down' | 'up') =>
    both(
      book(halves, criteria, { unit: 'sheet', combine: 'mean', round: [{ at: 'mean', dp: 2, mode: each }] }),
    ).map(([id, , score]) => `${id} ${score ?? ''}`);

  test.each([
    ['half_up', ['p3 8.38', 'p1 7.13', 'p2 -7.13']],
    ['half_even', ['p3 8.38', 'p1 7.12', 'p2 -7.12']],
    ['down', ['p3 8.37', 'p1 7.12', 'p2 -7.12']],
    ['up', ['p3 8.38', 'p1 7.13', 'p2 -7.13']],
  ] as const)('7.125, −7.125 and 8.375, %s → %j', (each, expected) => {
    expect(at(each)).toEqual(expected);
  });
});

describe('trimming', () => {
  const lines = `
    j1 p1 10 1
    j2 p1 1 10
    j3 p1 6 6
    j4 p1 7 5
  `;
  const trim = { high: 1, low: 1, min_valid: 4 };

  test('per sheet: totals 11, 11, 12, 12 → 11.5; per criterion: 6.5 and 5.5 → 12', () => {
    expect(both(book(lines, two, { unit: 'sheet', combine: 'mean', trim }))[0]?.[2]).toBe('11.5');
    expect(both(book(lines, two, { unit: 'criterion', combine: 'mean', trim }))[0]?.[2]).toBe('12');
  });

  test('per criterion with a mark left out: that criterion has three, so nothing is dropped there', () => {
    const left = lines.replace('7 5', '7 -');
    // a: 1, 6, 7, 10 → 6.5; b: (1 + 10 + 6) ÷ 3 = 17/3; together 73/6.
    expect(both(book(left, two, { unit: 'criterion', combine: 'mean', trim }))[0]?.[2]).toBe('73/6');
    // By sheets the fourth is no sheet at all: three totals 11, 11, 12.
    expect(both(book(left, two, { unit: 'sheet', combine: 'mean', trim }))[0]?.[2]).toBe('34/3');
  });

  test('within parties: the party of three is trimmed, the party of one is not', () => {
    const judges = ['j1', 'j2', 'j3', 'j4'].map((id, i) => ({ id, party: i < 3 ? 'x' : 'y' }));
    const parties = [
      { id: 'x', weight: '0.5' },
      { id: 'y', weight: '0.5' },
    ];
    const marks = 'j1 p1 60\nj2 p1 90\nj3 p1 75\nj4 p1 80';
    const within = (where: 'panel' | 'party') =>
      both(
        book(
          marks,
          one,
          {
            unit: 'sheet',
            combine: 'mean',
            parties,
            trim: { high: 1, low: 1, min_valid: 3, within: where },
          },
          { judges },
        ),
      )[0]?.[2];
    // Each party by itself: x keeps 75, y keeps 80. Across the panel: 90 and 60 go; x keeps 75, y keeps 80.
    expect([within('party'), within('panel')]).toEqual(['77.5', '77.5']);
  });
});

describe('rounding on the way', () => {
  const criteria = [
    { id: 'a', factor: '1.2' },
    { id: 'b', factor: '1.2' },
  ];
  const lines = `
    j1 p1 8.25 8.5
    j2 p1 8.25 8.5
    j3 p1 8.5 8.25
  `;
  const score = (round: NonNullable<Rules['round']>, unit: Rules['unit'] = 'criterion') =>
    both(book(lines, criteria, { unit, combine: 'mean', round }))[0]?.[2];

  test('at the mean, at each factor, at the total, nowhere → four scores', () => {
    // Means 25/3 and 101/12; × 1.2 = 10 and 10.1.
    expect(score([])).toBe('20.1');
    // 8.33 × 1.2 = 9.996, 8.42 × 1.2 = 10.104.
    expect(score([{ at: 'mean', dp: 2, mode }])).toBe('20.1');
    expect(
      score([
        { at: 'mean', dp: 2, mode: 'down' },
        { at: 'factor', dp: 2, mode: 'down' },
      ]),
    ).toBe('20.08');
    expect(
      score([
        { at: 'mean', dp: 1, mode },
        { at: 'factor', dp: 1, mode },
        { at: 'total', dp: 0, mode: 'up' },
      ]),
    ).toBe('21');
    // Sheets: 20.1 each, 20.1; rounded at the sheet to whole points: 20.
    expect(score([{ at: 'sheet', dp: 0, mode }], 'sheet')).toBe('20');
  });
});

describe('ties', () => {
  const lines = `
    j1 p1 10 8
    j2 p1 9 9
    j3 p1 8 10
    j1 p2 9 9
    j2 p2 9 9
    j3 p2 12 6
    j1 p3 9 9
    j2 p3 9 9
    j3 p3 9 9
  `;
  const rules = (ties: NonNullable<Rules['ties']>): Rules => ({ unit: 'sheet', combine: 'mean', ties });

  test('a named criterion decides for one, the rest share: 1, 2, 2', () => {
    expect(both(book(lines, two, rules([{ criterion: 'a' }]))).map(([id, rank]) => [id, rank])).toEqual([
      ['p2', 1],
      ['p1', 2],
      ['p3', 2],
    ]);
  });

  test('the same criterion trimmed is equal for all; then the lot, which must name all of them', () => {
    const trim = { high: 1, low: 1, min_valid: 3 };
    const trimmed = (lot: string[]) =>
      both(book(lines, two, { ...rules([{ criterion: 'a' }, { lot }]), trim })).map(([id, rank]) => [
        id,
        rank,
      ]);
    expect(trimmed(['p3', 'p1', 'p2'])).toEqual([
      ['p3', 1],
      ['p1', 2],
      ['p2', 3],
    ]);
    expect(trimmed(['p3', 'p1'])).toEqual([
      ['p1', 1],
      ['p2', 1],
      ['p3', 1],
    ]);
  });

  test('a decision of two, after a rule that has set the third apart', () => {
    expect(
      both(book(lines, two, rules([{ criterion: 'a' }, { decision: ['p3', 'p1'] }]))).map(([id, rank]) => [
        id,
        rank,
      ]),
    ).toEqual([
      ['p2', 1],
      ['p3', 2],
      ['p1', 3],
    ]);
  });
});

test('votes by the table of ranks: equal counts share a place, past the end of the table 0', () => {
  const stages = [
    { id: 'panel', weight: '0.6' },
    { id: 'hall', weight: '0.4', votes: { by: 'rank' as const, table: ['10', '9.5', '9'] } },
  ];
  const votes = [7, 5, 5, 2].map((count, i) => ({ stage: 'hall', entry: `p${i + 1}`, count }));
  const lines = 'j1 p1 80\nj1 p2 80\nj1 p3 80\nj1 p4 80';
  // 48 + 0.4 × 10, 9.5, 9.5 and 0: the fourth by votes has no entry in the table.
  expect(both(book(lines, one, { unit: 'sheet', combine: 'mean', stages }, { votes }))).toEqual([
    ['p1', 1, '52'],
    ['p2', 2, '51.8'],
    ['p3', 2, '51.8'],
    ['p4', 4, '48'],
  ]);
});
