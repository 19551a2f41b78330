import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanSquares } from '../icc.ts';
import type { JudgeTable } from '../judge-table.ts';
import { severity } from '../severity.ts';
import { toNumber } from '../to-number.ts';
import { cholesky, inverse, logDeterminant } from './cholesky.ts';
import type { Ratios } from './likelihood.ts';
import { fit } from './likelihood.ts';
import { observations } from './observations.ts';
import { dot, times } from './vector.ts';

type Rows = readonly (readonly (number | null)[])[];

function tableOf(rows: Rows, scale = 1n): JudgeTable {
  const big = rows.map((row) => row.map((value) => (value === null ? null : BigInt(value))));
  return { judges: (rows[0] ?? []).map((_, j) => j), rows: big, scale };
}

function solved(rows: Rows) {
  const found = severity(tableOf(rows));
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** The restricted likelihood from its definition, with the whole covariance matrix of the values. */
function byDefinition(rows: Rows, { entry, judge }: Ratios): { deviance: number; effects: number[] } {
  const cells = rows.flatMap((row, e) => row.flatMap((y, j) => (y === null ? [] : [{ e, j, y }])));
  const v = cells.map((a) =>
    Float64Array.from(
      cells,
      (b) => (a === b ? 1 : 0) + (a.e === b.e ? entry : 0) + (a.j === b.j ? judge : 0),
    ),
  );
  const lower = cholesky(v);
  const vInverse = inverse(lower);
  const ones = Float64Array.from(cells, () => 1);
  const y = Float64Array.from(cells, (cell) => cell.y);
  const information = dot(ones, times(vInverse, ones));
  const mean = dot(ones, times(vInverse, y)) / information;
  const residual = times(
    vInverse,
    y.map((value) => value - mean),
  );
  const squares = dot(y, residual);
  const effects = (rows[0] ?? []).map(
    (_, j) => judge * cells.reduce((sum, cell, i) => sum + (cell.j === j ? (residual[i] ?? 0) : 0), 0),
  );
  const deviance = logDeterminant(lower) + Math.log(information) + (cells.length - 1) * Math.log(squares);
  return { deviance, effects };
}

const rows = fc
  .tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 3, max: 6 }))
  .chain(([judges, entries]) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 5 }), {
        minLength: judges,
        maxLength: judges,
      }),
      { minLength: entries, maxLength: entries },
    ),
  );
/** Tables in which every row and column has a value and the variances can be told apart. */
const estimable = rows.filter((table) => {
  const filled =
    table.every((row) => row.some((y) => y !== null)) &&
    (table[0] ?? []).every((_, j) => table.some((row) => row[j] !== null));
  return filled && typeof severity(tableOf(table)) !== 'string';
});
const ratio = fc.double({ min: 0, max: 20, noNaN: true });

test('any table and any ratios → deviance, its slope and the effects as by their definition', () => {
  fc.assert(
    fc.property(estimable, ratio, ratio, (table, entry, judge) => {
      const wanted = byDefinition(table, { entry, judge });
      fc.pre(Number.isFinite(wanted.deviance));
      const found = fit(observations(tableOf(table)), { entry, judge });
      expect(found.deviance).toBeCloseTo(wanted.deviance, 8);
      wanted.effects.forEach((effect, j) => expect(found.judgeEffects[j]).toBeCloseTo(effect, 8));
      const step = 1e-5;
      const rise = (ratios: Ratios): number =>
        (byDefinition(table, ratios).deviance - wanted.deviance) / step;
      expect(found.gradient.entry).toBeCloseTo(rise({ entry: entry + step, judge }), 1);
      expect(found.gradient.judge).toBeCloseTo(rise({ entry, judge: judge + step }), 1);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('any table → no other ratios are more likely', () => {
  fc.assert(
    fc.property(estimable, ratio, ratio, (table, entry, judge) => {
      const { variance } = solved(table);
      fc.pre(variance.residual > 0);
      const best = { entry: variance.entry / variance.residual, judge: variance.judge / variance.residual };
      const least = byDefinition(table, best).deviance;
      for (const other of [
        { entry, judge },
        { ...best, entry: best.entry * 1.01 + 0.001 },
        { ...best, judge: best.judge * 1.01 + 0.001 },
      ])
        expect(byDefinition(table, other).deviance).toBeGreaterThanOrEqual(least - 1e-7);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('a full table with positive mean squares → the closed form of the analysis of variance', () => {
  const table = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  const squares = meanSquares(table.map((row) => row.map(BigInt)));
  const number = ({ n, d }: { n: bigint; d: bigint }): number => toNumber(n, d);
  const [msr, msc, mse] = [number(squares.msr), number(squares.msc), number(squares.mse)];
  const { variance, effects } = solved(table);
  expect(variance.residual).toBeCloseTo(mse, 11);
  expect(variance.entry).toBeCloseTo((msr - mse) / 4, 11);
  expect(variance.judge).toBeCloseTo((msc - mse) / 6, 11);
  const columnMean = (j: number): number => table.reduce((sum, row) => sum + (row[j] ?? 0), 0) / 6;
  const mean = [0, 1, 2, 3].reduce((sum, j) => sum + columnMean(j) / 4, 0);
  effects.forEach((effect, j) => expect(effect).toBeCloseTo((1 - mse / msc) * (columnMean(j) - mean), 11));
});

test('judges who differ by less than chance → variance 0 and no effects', () => {
  const { variance, effects } = solved([
    [1, 9],
    [9, 1],
    [5, 5],
    [4, 6],
  ]);
  expect({ judge: variance.judge, entry: variance.entry, effects }).toEqual({
    judge: 0,
    entry: 0,
    effects: [0, 0],
  });
});

test('judges who agree but for a constant, with gaps → exact effects, no residual', () => {
  const { variance, effects } = solved([
    [10, 13, null],
    [12, 15, 11],
    [20, null, 19],
  ]);
  expect(effects).toEqual([-2 / 3, 7 / 3, -5 / 3]);
  expect(variance.residual).toBe(0);
  expect(variance.entry).toBe(28);
});

test.each<[string, Rows, string]>([
  ['one entry', [[1, 2, 3]], 'fewer_than_two_entries'],
  ['one judge', [[1], [2]], 'fewer_than_two_judges'],
  [
    'one sheet per entry',
    [
      [1, null],
      [2, null],
      [null, 3],
    ],
    'no_residual',
  ],
])('%s → no severity, with its reason', (_, table, reason) => {
  expect(severity(tableOf(table))).toBe(reason);
});
