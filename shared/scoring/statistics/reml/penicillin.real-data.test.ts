import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Severity } from '../severity.ts';
import { severity } from '../severity.ts';

// lme4's data set Penicillin (Davies & Goldsmith 1972), fitted with lme4; read where it stands, never committed.
const file = join(process.env.REAL_DATA ?? '', 'mixed-penicillin.json');
type Penicillin = {
  data: { matrix: number[][]; columns: string[] };
  expected: {
    reml_closed_form: Record<'sigma2_row' | 'sigma2_col' | 'sigma2_resid', number>;
    blup_sample: Record<string, number>;
  };
  tolerance: number;
};

function solve(matrix: number[][]): Severity {
  const rows = matrix.map((row) => row.map(BigInt));
  const found = severity({ judges: rows[0]?.map((_, j) => j) ?? [], rows, scale: 1n });
  if (typeof found === 'string') throw new Error(found);
  return found;
}

if (process.env.REAL_DATA === undefined)
  test('REAL_DATA is not set → the Penicillin data of lme4 were not recomputed', () => {
    expect(existsSync(file)).toBe(false);
  });
else
  test('the Penicillin data of lme4 → its variances and its predictors', () => {
    const { data, expected, tolerance } = JSON.parse(readFileSync(file, 'utf8')) as Penicillin;
    const { variance, effects } = solve(data.matrix);
    const { sigma2_row, sigma2_col, sigma2_resid } = expected.reml_closed_form;
    expect(variance.entry).toBeCloseTo(sigma2_row, 9);
    expect(variance.judge).toBeCloseTo(sigma2_col, 9);
    expect(variance.residual).toBeCloseTo(sigma2_resid, 9);
    data.columns.forEach((id, j) =>
      expect(Math.abs((effects[j] ?? 0) - (expected.blup_sample[id] ?? 0))).toBeLessThan(tolerance),
    );
  });
