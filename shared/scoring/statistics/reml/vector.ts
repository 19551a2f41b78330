/** A symmetric matrix as rows. */
export type Matrix = readonly Float64Array[];

/** Stands for an element that does not exist, so that a wrong index shows in every figure. For the inner loops. */
export const NONE = Number.NaN;

/** An element that exists. Apart from `itemAt` so that the engine sees one kind of list here, and is fast. */
export function at(vector: Float64Array, index: number): number {
  const value = vector[index];
  if (value === undefined) throw new RangeError(`no element ${index} in a vector of ${vector.length}`);
  return value;
}

export function rowAt(matrix: Matrix, index: number): Float64Array {
  const row = matrix[index];
  if (row === undefined) throw new RangeError(`no row ${index} in a matrix of ${matrix.length}`);
  return row;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? NONE) * (b[i] ?? NONE);
  return sum;
}

export function times(a: Matrix, x: Float64Array): Float64Array {
  return Float64Array.from(a, (row) => dot(row, x));
}
