import { expect, test } from 'vitest';
import type { CriterionGroup } from '../contract/settings.ts';
import { sheetForm, sheetHead } from './sheet-head.ts';

const groups: CriterionGroup[] = [
  { id: 'need', name: '需求' },
  { id: 'work', name: '做法' },
  { id: 'plan', name: '方案', parent: 'work' },
];
const item = (id: string, group?: string) => ({ id, ...(group === undefined ? {} : { group }) });
const drawn = (...criteria: ReturnType<typeof item>[]) =>
  sheetHead(criteria, groups).map((row) =>
    row.map(
      (cell) => `${'group' in cell ? cell.group.name : cell.criterion.id} ${cell.columns}×${cell.rows}`,
    ),
  );

test('without groups → one row', () => {
  expect(drawn(item('a'), item('b'))).toEqual([['a 1×1', 'b 1×1']]);
});

test('three levels → groups as wide as their criteria, criteria down to the foot', () => {
  expect(
    drawn(item('a', 'need'), item('b', 'need'), item('c', 'work'), item('d', 'plan'), item('e')),
  ).toEqual([['需求 2×1', '做法 2×1', 'e 1×3'], ['a 1×2', 'b 1×2', 'c 1×2', '方案 1×1'], ['d 1×1']]);
});

test('every row is as wide as the table', () => {
  const rows = sheetHead([item('a', 'need'), item('b', 'plan'), item('c', 'plan'), item('d')], groups);
  const widths = rows.map((_, row) =>
    rows
      .slice(0, row + 1)
      .flatMap((cells, above) => cells.filter((cell) => above + cell.rows > row))
      .reduce((sum, { columns }) => sum + columns, 0),
  );
  expect(widths).toEqual([4, 4, 4]);
});

test('seven columns upright, twelve lying, more with names downwards', () => {
  expect([6, 7, 8, 12, 13].map(sheetForm)).toEqual(['upright', 'upright', 'lying', 'lying', 'narrow']);
});
