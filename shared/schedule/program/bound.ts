import type { LinearModel } from '../../solver/mip.ts';

/** What the rounding of a sum of products may amount to. */
const ROUNDING = 1e-6;

/**
 * The greatest whole number that `cost · x` can reach, by weak duality: prices of the rows, right or not, give
 * Σ price × bound of the row + Σ what a column earns above the prices of its rows. So the bound holds even where the
 * engine's own arithmetic was off.
 */
export function dualBound(model: LinearModel, duals: Float64Array): number {
  const { cost, upper, rowLower, rowUpper, starts, rows, values } = model;
  const prices = duals.map((dual, row) => {
    if (dual > 0 && rowUpper[row] === Infinity) return 0;
    return dual < 0 && rowLower[row] === -Infinity ? 0 : dual;
  });
  let sum = 0;
  for (const [row, price] of prices.entries())
    if (price !== 0) sum += price * ((price > 0 ? rowUpper[row] : rowLower[row]) ?? 0);
  for (const column of cost.keys()) {
    let earned = cost[column] ?? 0;
    for (let entry = starts[column] ?? 0; entry < (starts[column + 1] ?? 0); entry += 1)
      earned -= (values[entry] ?? 0) * (prices[rows[entry] ?? 0] ?? 0);
    if (earned > 0) sum += earned * (upper[column] ?? 0);
  }
  return Math.floor(sum + ROUNDING);
}
