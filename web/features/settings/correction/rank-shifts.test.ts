import { beforeAll, expect, test } from 'vitest';
import type { RankShift } from '../../../../shared/contract/rule-changes.ts';
import { loadLocale } from '../../../locales/index.ts';
import { drawShifts, shiftsOf } from './rank-shifts.ts';

beforeAll(() => loadLocale('rules'));

const shift = (order: number, from: number | null, to: number | null): RankShift => ({
  proposal: `p${order}`,
  order,
  title: `项目${order}`,
  before: { rank: from, score: from === null ? null : '80.5' },
  after: { rank: to, score: to === null ? null : '81' },
});

test('the chart names the lines that move and leaves out projects without a rank', () => {
  const ranks = [shift(7, 1, 1), shift(3, 2, 4), shift(5, 3, 2), shift(9, null, 3)];
  const { lines, points } = drawShifts(shiftsOf(ranks), 760);
  expect(lines.map(({ proposal, words }) => `${proposal} ${words}`)).toEqual(['p7 ', 'p3 3 号', 'p5 5 号']);
  expect(points[1]?.text).toBe('3 号《项目3》：第 2 名（80.50）改为第 4 名（81.00）');
});

test('any width → both sides within it, a line for every rank', () => {
  for (const width of [320, 560, 1200]) {
    const { left, right, height, ticks } = drawShifts(shiftsOf([shift(1, 1, 12)]), width);
    expect([left > 0, right < width, right > left]).toEqual([true, true, true]);
    expect(ticks.map(({ rank }) => rank)).toEqual([1, 5, 10]);
    expect(height).toBeGreaterThan(ticks[2]?.y ?? Number.NaN);
  }
});
