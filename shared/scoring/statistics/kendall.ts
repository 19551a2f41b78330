import { itemAt } from '../item.ts';
import { midRanks } from './mid-ranks.ts';
import { toNumber } from './to-number.ts';

/**
 * Kendall's coefficient of concordance of a full table (entries × judges), average ranks, corrected for ties:
 * W = 12 S / (m² (n³ − n) − m Σ (t³ − t)) (Siegel 1956, chapter 9). Null where every judge gives one value to all.
 */
export function kendallW(rows: readonly (readonly bigint[])[]): number | null {
  const n = BigInt(rows.length);
  const judges = rows[0]?.length ?? 0;
  const m = BigInt(judges);
  const rankSums = rows.map(() => 0n);
  let correction = 0n;
  for (let j = 0; j < judges; j += 1) {
    const { doubled, ties } = midRanks(rows.map((row) => itemAt(row, j)));
    doubled.forEach((rank, i) => (rankSums[i] = itemAt(rankSums, i) + rank));
    for (const t of ties) correction += t ** 3n - t;
  }
  // Rank sums are doubled here, so 12 S is 3 times the sum of their squared deviations from m (n + 1).
  const deviation = rankSums.reduce((sum, rank) => sum + (rank - m * (n + 1n)) ** 2n, 0n);
  const denominator = m * m * (n ** 3n - n) - m * correction;
  return denominator === 0n ? null : toNumber(3n * deviation, denominator);
}
