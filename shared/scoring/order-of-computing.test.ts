import { describe, expect, test } from 'vitest';
import type { Rules, ScorebookFile } from './scorebook/types.ts';
import { ranking } from './testing/brief.ts';
import { panelBook } from './testing/panel-book.ts';

const score = (file: ScorebookFile): string | null | undefined => ranking(file)[0]?.[2];
const one = (marks: readonly (string | null)[], rules: Partial<Rules> = {}): string | null | undefined =>
  score(panelBook([marks], rules));

test.each<[Rules['combine'], string[], string]>([
  ['mean', ['80', '81', '83'], '244/3'],
  ['sum', ['80', '81', '83'], '244'],
  ['median', ['80', '83', '81'], '81'],
  ['median', ['80', '81.5', '83', '81'], '81.25'],
])('combine %s of %j → %s', (combine, marks, expected) => {
  expect(one(marks, { combine })).toBe(expected);
});

test('sheets trimmed by judge total, criteria by themselves → different scores from the same marks', () => {
  const marks = [
    ['10', '1'],
    ['1', '9'],
    ['6', '6'],
  ];
  const book = (unit: Rules['unit']): ScorebookFile => ({
    ...panelBook([['0', '0', '0']]),
    criteria: [{ id: 'a' }, { id: 'b' }],
    sheets: marks.map(([a = '', b = ''], j) => ({ judge: `j${j + 1}`, entry: 'p1', marks: { a, b } })),
    rules: { unit, combine: 'mean', trim: { high: 1, low: 1, min_valid: 3 } },
  });
  expect(score(book('sheet'))).toBe('11');
  expect(score(book('criterion'))).toBe('12');
});

describe('absent is never 0', () => {
  test('a sheet that was not assigned or is absent → the divisor is smaller', () => {
    expect(one(['80', null, '90'])).toBe('85');
  });

  test('a mark that is null, unit criterion → that mark alone is absent', () => {
    const book = panelBook([['0', '0']]);
    const marks = [
      { a: '4', b: null },
      { a: '8', b: '6' },
    ];
    const sheets = marks.map((m, j) => ({ judge: `j${j + 1}`, entry: 'p1', marks: m }));
    const nulls = { ...book, criteria: [{ id: 'a' }, { id: 'b' }], sheets };
    expect(score({ ...nulls, rules: { unit: 'criterion', combine: 'mean' } })).toBe('12');
    expect(score({ ...nulls, rules: { unit: 'sheet', combine: 'mean' } })).toBe('14');
    expect(score({ ...nulls, rules: { unit: 'criterion', combine: 'mean', quorum: 2 } })).toBeNull();
  });

  test('fewer valid sheets than the quorum → no score and no rank', () => {
    expect(
      ranking(
        panelBook(
          [
            ['80', null],
            ['70', '60'],
          ],
          { quorum: 2 },
        ),
      ),
    ).toEqual([
      ['p2', 1, '65'],
      ['p1', null, null],
    ]);
  });

  test('exactly min_valid sheets → trimmed; one fewer → plain mean', () => {
    const trim = { high: 1, low: 1, min_valid: 5 };
    expect(one(['60', '80', '81', '82', '99'], { trim })).toBe('81');
    expect(one(['60', '80', '81', '99'], { trim })).toBe('80');
  });
});

describe('parties', () => {
  const parties = [
    { id: 'x', weight: '0.6' },
    { id: 'y', weight: '0.4' },
  ];
  const book = (
    marks: readonly (string | null)[],
    of: readonly string[],
    rules: Partial<Rules>,
  ): ScorebookFile => {
    const plain = panelBook([marks], { parties, ...rules });
    return { ...plain, judges: plain.judges.map(({ id }, j) => ({ id, party: of[j] ?? 'x' })) };
  };

  test('an absent party → its weight is left out', () => {
    expect(score(book(['80', '90'], ['x', 'y'], {}))).toBe('84');
    expect(score(book([null, '90'], ['x', 'y'], {}))).toBe('90');
  });

  test('trim within parties counts each party by itself; within the panel all together', () => {
    const marks = ['10', '80', '90', '70', '75'];
    const of = ['x', 'x', 'x', 'y', 'y'];
    const trim = { high: 1, low: 1, min_valid: 3 };
    expect(score(book(marks, of, { trim: { ...trim, within: 'party' } }))).toBe('77');
    expect(score(book(marks, of, { trim: { ...trim, within: 'panel' } }))).toBe('77');
    const wider = ['10', '80', '90', '70', '95'];
    expect(score(book(wider, of, { trim: { ...trim, within: 'party' } }))).toBe('81');
    expect(score(book(wider, of, { trim: { ...trim, within: 'panel' } }))).toBe('79');
  });

  test('each party rounded, then the panel value', () => {
    const marks = ['80', '81', '81', '70.25'];
    const round: Rules['round'] = [
      { at: 'party', dp: 1, mode: 'half_up' },
      { at: 'mean', dp: 1, mode: 'down' },
    ];
    expect(score(book(marks, ['x', 'x', 'x', 'y'], { round }))).toBe('76.5');
    expect(score(book(marks, ['x', 'x', 'x', 'y'], {}))).toBe('76.5');
    expect(score(book(marks, ['x', 'x', 'x', 'y'], { round: round.slice(0, 1) }))).toBe('76.54');
  });
});

describe('rounding', () => {
  const mode = 'half_up' as const;
  const factors: ScorebookFile = {
    ...panelBook([['0']]),
    criteria: [
      { id: 'a', factor: '0.35' },
      { id: 'b', factor: '0.65' },
    ],
    sheets: [{ judge: 'j1', entry: 'p1', marks: { a: '7.1', b: '7.3' } }],
  };
  const at = (unit: Rules['unit'], ...round: NonNullable<Rules['round']>): string | null | undefined =>
    score({ ...factors, rules: { unit, combine: 'mean', round } });

  test('nowhere → the exact value', () => {
    expect(at('sheet')).toBe('7.23');
  });

  test('at the sheet, at each factor, at the total → different values', () => {
    expect(at('sheet', { at: 'sheet', dp: 1, mode })).toBe('7.2');
    expect(at('criterion', { at: 'factor', dp: 1, mode })).toBe('7.2');
    expect(at('criterion', { at: 'factor', dp: 0, mode })).toBe('7');
    expect(at('criterion', { at: 'mean', dp: 0, mode })).toBe('7');
    expect(at('sheet', { at: 'total', dp: 0, mode: 'up' })).toBe('8');
  });

  test('a place that the unit does not pass → no effect', () => {
    expect(at('sheet', { at: 'factor', dp: 0, mode })).toBe('7.23');
    expect(at('criterion', { at: 'sheet', dp: 0, mode })).toBe('7.23');
  });
});

describe('stages', () => {
  const stages: NonNullable<Rules['stages']> = [
    { id: 'paper', weight: '0.4' },
    { id: 'defense', weight: '0.6' },
  ];
  const book = (rules: Partial<Rules>, rest: Partial<ScorebookFile> = {}): ScorebookFile => ({
    ...panelBook([['0'], ['0']]),
    sheets: [
      { judge: 'j1', entry: 'p1', stage: 'paper', marks: { c: '81.3' } },
      { judge: 'j1', entry: 'p1', stage: 'defense', marks: { c: '90.7' } },
      { judge: 'j1', entry: 'p2', stage: 'paper', marks: { c: '99' } },
    ],
    rules: { unit: 'sheet', combine: 'mean', stages, ...rules },
    ...rest,
  });

  test('each × its weight, rounded, summed; an entry without one of them → no score', () => {
    expect(ranking(book({}))).toEqual([
      ['p1', 1, '86.94'],
      ['p2', null, null],
    ]);
    expect(score(book({ round: [{ at: 'stage', dp: 1, mode: 'down' }] }))).toBe('86.9');
  });

  test('adjustments → added after the stages, before rounding the total', () => {
    const adjustments = [
      { entry: 'p1', points: '2', reason: '示例' },
      { entry: 'p1', points: '-0.04', reason: '示例' },
    ];
    expect(score(book({}, { adjustments }))).toBe('88.9');
    expect(score(book({ round: [{ at: 'total', dp: 0, mode: 'half_up' }] }, { adjustments }))).toBe('89');
  });

  test('votes by percent and by rank → points; a missing count → no score', () => {
    const voted = (votes: (typeof stages)[number]['votes'] & object): ScorebookFile => ({
      ...panelBook([['80'], ['70'], ['60'], ['50']]),
      votes: [30, 10, 10].map((count, e) => ({ stage: 'hall', entry: `p${e + 1}`, count })),
      rules: {
        unit: 'sheet',
        combine: 'mean',
        stages: [
          { id: 'panel', weight: '1' },
          { id: 'hall', weight: '0.1', votes },
        ],
      },
    });
    expect(ranking(voted({ by: 'percent' }))).toEqual([
      ['p1', 1, '86'],
      ['p2', 2, '72'],
      ['p3', 3, '62'],
      ['p4', null, null],
    ]);
    expect(ranking(voted({ by: 'rank', table: ['10', '9.5'] })).map(([, , s]) => s)).toEqual([
      '81',
      '70.95',
      '60.95',
      null,
    ]);
  });
});

test('excluded entries → no rank, and the others close up', () => {
  const book = panelBook([['80'], ['90'], ['70']]);
  const entries = [
    { id: 'p1' },
    { id: 'p2', excluded: { kind: 'vetoed' as const, reason: '示例' } },
    { id: 'p3' },
  ];
  expect(ranking({ ...book, entries })).toEqual([
    ['p1', 1, '80'],
    ['p3', 2, '70'],
    ['p2', null, '90'],
  ]);
});
