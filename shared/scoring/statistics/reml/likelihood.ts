import { cholesky, inverse, logDeterminant } from './cholesky.ts';
import type { EntryValues, Observations } from './observations.ts';
import type { Matrix } from './vector.ts';
import { at, dot, NONE, rowAt, times } from './vector.ts';

/** Variance of entries and of judges, each as a multiple of the residual variance. */
export interface Ratios {
  readonly entry: number;
  readonly judge: number;
}

export interface Fit {
  /** −2 log of the profiled restricted likelihood, without its constant. */
  readonly deviance: number;
  /** Its derivatives by the two ratios. */
  readonly gradient: Ratios;
  /** σ² of the residual. */
  readonly residual: number;
  /** Best linear unbiased predictors of the judges. */
  readonly judgeEffects: Float64Array;
}

/**
 * The restricted likelihood of y = μ + entry + judge + residual at given ratios (Patterson & Thompson 1971), with the
 * entries absorbed, so that only a judges × judges matrix is factored. With W = I + λe Ze Zeᵀ, G = Zjᵀ W⁻¹ Zj and
 * K = I + λj G: Zjᵀ V⁻¹ = K⁻¹ Zjᵀ W⁻¹ and log |V| = log |W| + log |K|. Nothing is divided by a ratio, so both may be 0.
 */
export function fit(data: Observations, ratios: Ratios): Fit {
  const { entry: byEntry, judge: byJudge } = ratios;
  const absorbed = absorb(data, byEntry);
  const { g, ones, y } = absorbed;
  const lower = cholesky(g.map((row, i) => row.map((x, j) => byJudge * x + (i === j ? 1 : 0))));
  const k = inverse(lower);
  const judgeOnes = times(k, ones);
  const judgeY = times(k, y);
  const information = absorbed.one - byJudge * dot(ones, judgeOnes);
  const mean = (absorbed.oneY - byJudge * dot(ones, judgeY)) / information;
  const squares = absorbed.yy - byJudge * dot(y, judgeY) - mean * mean * information;
  const residualJudges = judgeY.map((x, j) => x - mean * at(judgeOnes, j));
  const judgeTrace =
    g.reduce((sum, row, i) => sum + dot(row, rowAt(k, i)), 0) - dot(judgeOnes, judgeOnes) / information;
  const entries = data.entries.map((one) => entryTerms(one, ratios, k, judgeOnes, judgeY, mean));
  const entryTrace = entries.reduce((sum, { trace, one }) => sum + trace - (one * one) / information, 0);
  const freedom = data.count - 1;
  const slope = (trace: number, residuals: number): number => trace - (freedom * residuals) / squares;
  return {
    deviance:
      absorbed.logDeterminant + logDeterminant(lower) + Math.log(information) + freedom * Math.log(squares),
    gradient: {
      entry: slope(
        entryTrace,
        entries.reduce((sum, { residual }) => sum + residual * residual, 0),
      ),
      judge: slope(judgeTrace, dot(residualJudges, residualJudges)),
    },
    residual: squares / freedom,
    judgeEffects: residualJudges.map((x) => byJudge * x),
  };
}

/** W⁻¹ applied within each entry, which is I − λ / (1 + n λ) 1 1ᵀ, and summed over judges. */
function absorb({ judges, entries }: Observations, ratio: number) {
  const g = Array.from({ length: judges }, () => new Float64Array(judges));
  const ones = new Float64Array(judges);
  const y = new Float64Array(judges);
  const sums = { one: 0, oneY: 0, yy: 0, logDeterminant: 0 };
  for (const { judges: members, values, sum, sumOfSquares } of entries) {
    const share = 1 / (1 + members.length * ratio);
    sums.one += members.length * share;
    sums.oneY += share * sum;
    sums.yy += sumOfSquares - ratio * share * sum * sum;
    sums.logDeterminant -= Math.log(share);
    for (let i = 0; i < members.length; i += 1) {
      const j = members[i] ?? NONE;
      const row = rowAt(g, j);
      for (let m = 0; m < members.length; m += 1) {
        const other = members[m] ?? NONE;
        row[other] = (row[other] ?? NONE) - ratio * share;
      }
      row[j] = (row[j] ?? NONE) + 1;
      ones[j] = (ones[j] ?? NONE) + share;
      y[j] = (y[j] ?? NONE) + (values[i] ?? NONE) - ratio * share * sum;
    }
  }
  return { g, ones, y, ...sums };
}

/** One entry's part of tr(Zeᵀ V⁻¹ Ze), Zeᵀ V⁻¹ 1 and Zeᵀ P y. */
function entryTerms(
  { judges, sum }: EntryValues,
  ratios: Ratios,
  k: Matrix,
  judgeOnes: Float64Array,
  judgeY: Float64Array,
  mean: number,
): { trace: number; one: number; residual: number } {
  const share = 1 / (1 + judges.length * ratios.entry);
  let inner = 0;
  let one = judges.length;
  let y = sum;
  for (let i = 0; i < judges.length; i += 1) {
    const j = judges[i] ?? NONE;
    const row = rowAt(k, j);
    for (let m = 0; m < judges.length; m += 1) inner += row[judges[m] ?? NONE] ?? NONE;
    one -= ratios.judge * (judgeOnes[j] ?? NONE);
    y -= ratios.judge * (judgeY[j] ?? NONE);
  }
  const trace = share * (judges.length - ratios.judge * share * inner);
  return { trace, one: share * one, residual: share * (y - mean * one) };
}
