import type { Matrix } from './vector.ts';
import { at, NONE, rowAt } from './vector.ts';

/** The lower factor L with L Lᵀ = A of a positive definite matrix. */
export function cholesky(a: Matrix): Float64Array[] {
  const lower = a.map((row) => new Float64Array(row.length));
  lower.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      const other = rowAt(lower, j);
      let rest = at(rowAt(a, i), j);
      for (let k = 0; k < j; k += 1) rest -= (row[k] ?? NONE) * (other[k] ?? NONE);
      row[j] = i === j ? Math.sqrt(rest) : rest / at(other, j);
    }
  });
  return lower;
}

/** log |A| from its factor. */
export function logDeterminant(lower: Matrix): number {
  return lower.reduce((sum, row, i) => sum + 2 * Math.log(at(row, i)), 0);
}

/** A⁻¹ from its factor, column by column. */
export function inverse(lower: Matrix): Float64Array[] {
  const size = lower.length;
  return lower.map((_, column) => {
    const x = new Float64Array(size);
    x[column] = 1;
    for (let i = 0; i < size; i += 1) {
      const row = rowAt(lower, i);
      let rest = at(x, i);
      for (let k = 0; k < i; k += 1) rest -= (row[k] ?? NONE) * (x[k] ?? NONE);
      x[i] = rest / at(row, i);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let rest = at(x, i);
      for (let k = i + 1; k < size; k += 1) rest -= (lower[k]?.[i] ?? NONE) * (x[k] ?? NONE);
      x[i] = rest / at(rowAt(lower, i), i);
    }
    return x;
  });
}
