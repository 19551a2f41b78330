import { itemAt } from '../../item.ts';

/** A symmetric matrix as rows. */
export type Matrix = readonly Float64Array[];

/** The lower factor L with L Lᵀ = A of a positive definite matrix. */
export function cholesky(a: Matrix): Float64Array[] {
  const lower = a.map((row) => new Float64Array(row.length));
  lower.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      const other = itemAt(lower, j);
      let rest = itemAt(itemAt(a, i), j);
      for (let k = 0; k < j; k += 1) rest -= itemAt(row, k) * itemAt(other, k);
      row[j] = i === j ? Math.sqrt(rest) : rest / itemAt(other, j);
    }
  });
  return lower;
}

/** log |A| from its factor. */
export function logDeterminant(lower: Matrix): number {
  return lower.reduce((sum, row, i) => sum + 2 * Math.log(itemAt(row, i)), 0);
}

/** A⁻¹ from its factor, column by column. */
export function inverse(lower: Matrix): Float64Array[] {
  const size = lower.length;
  return lower.map((_, column) => {
    const x = new Float64Array(size);
    x[column] = 1;
    for (let i = 0; i < size; i += 1) {
      const row = itemAt(lower, i);
      let rest = itemAt(x, i);
      for (let k = 0; k < i; k += 1) rest -= itemAt(row, k) * itemAt(x, k);
      x[i] = rest / itemAt(row, i);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let rest = itemAt(x, i);
      for (let k = i + 1; k < size; k += 1) rest -= itemAt(itemAt(lower, k), i) * itemAt(x, k);
      x[i] = rest / itemAt(itemAt(lower, i), i);
    }
    return x;
  });
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += itemAt(a, i) * itemAt(b, i);
  return sum;
}

export function times(a: Matrix, x: ArrayLike<number>): Float64Array {
  return Float64Array.from(a, (row) => dot(row, x));
}
