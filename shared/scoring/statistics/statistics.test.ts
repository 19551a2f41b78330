import { expect, test } from 'vitest';
import type { ScorebookFile } from '../scorebook/types.ts';
import { buildTable } from '../table/build.ts';
import { checked } from '../testing/fixtures.ts';
import { panelBook } from '../testing/panel-book.ts';
import { statisticsOf } from './statistics.ts';

const of = (file: ScorebookFile): ReturnType<typeof statisticsOf> => statisticsOf(buildTable(checked(file)));
const FULL = [
  ['9', '2', '5', '8'],
  ['6', '1', '3', '2'],
  ['8', '4', '6', '8'],
];

test('a full table → every figure, no reasons', () => {
  const found = of(panelBook(FULL));
  expect(found.reasons).toEqual({});
  expect(Object.values(found.icc).every((x) => typeof x === 'number')).toBe(true);
  expect(found.components).toBe(1);
  expect(found.severity.map(({ judge }) => judge)).toEqual(['j1', 'j2', 'j3', 'j4']);
});

test('one value missing → ICC and W are null with their reason, the rest stays', () => {
  const found = of(panelBook([...FULL, ['5', null, '4', '6']]));
  expect([found.icc['2,k'], found.kendall_w]).toEqual([null, null]);
  expect(found.reasons.kendall_w).toBe('incomplete_table');
  expect(found.krippendorff_alpha.interval).not.toBeNull();
  expect(found.variance.residual).not.toBeNull();
});

test('an excluded entry, an entry and a judge without sheets → left out', () => {
  const plain = of(panelBook(FULL));
  const book = panelBook([
    ...FULL.map((row) => [...row, null]),
    ['9', null, null, null, null],
    [null, null, null, null, null],
  ]);
  const entries = book.entries.map((entry) =>
    entry.id === 'p4' ? { ...entry, excluded: { kind: 'withdrawn' as const } } : entry,
  );
  const found = of({ ...book, entries });
  expect(found.severity.at(-1)).toEqual({ judge: 'j5', effect: null });
  expect(found.reasons).toEqual({ 'severity.j5': 'no_sheets' });
  expect({ ...found, severity: found.severity.slice(0, 4), reasons: {} }).toEqual(plain);
});

test('marks of half points → variances in points, not in steps', () => {
  const halves = FULL.map((row) => row.map((mark) => String(Number(mark) / 2)));
  const [whole, half] = [of(panelBook(FULL)), of(panelBook(halves))];
  expect(half.variance.residual).toBeCloseTo((whole.variance.residual ?? 0) / 4, 12);
  expect(half.icc['2,1']).toBe(whole.icc['2,1']);
});

test('two panels without a common judge or entry → two components', () => {
  const found = of(
    panelBook([
      ['8', '7', null, null],
      ['6', '9', null, null],
      [null, null, '5', '4'],
      [null, null, '3', '6'],
    ]),
  );
  expect(found.components).toBe(2);
});

test('no sheets at all → an object of nulls', () => {
  const found = of(panelBook([[null, null]]));
  expect([found.components, found.kendall_w, found.krippendorff_alpha.ordinal]).toEqual([null, null, null]);
  expect(found.reasons.components).toBe('no_entries');
  expect(found.severity).toEqual([
    { judge: 'j1', effect: null },
    { judge: 'j2', effect: null },
  ]);
});
