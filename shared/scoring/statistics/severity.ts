import type { AdditiveEffects } from './additive.ts';
import { additiveEffects } from './additive.ts';
import { countComponents } from './components.ts';
import type { JudgeTable } from './judge-table.ts';
import { fit } from './reml/likelihood.ts';
import { maximise } from './reml/maximise.ts';
import { observations } from './reml/observations.ts';
import { toNumber } from './to-number.ts';
import type { NullReason, Statistics } from './types.ts';

export interface Severity {
  /** By column of the table, in points. */
  readonly effects: readonly number[];
  readonly variance: { readonly [K in keyof Statistics['variance']]: number };
}

/**
 * Judge effects of value = μ + entry + judge + residual, all effects random: variances by restricted maximum
 * likelihood, effects as best linear unbiased predictors (Henderson 1975), positive for a judge who gives more.
 * A reason instead where the table cannot tell them apart.
 */
export function severity(table: JudgeTable): Severity | NullReason {
  if (table.rows.length < 2) return 'fewer_than_two_entries';
  if (table.judges.length < 2) return 'fewer_than_two_judges';
  const components = countComponents(table);
  const data = observations(table);
  const estimated = table.rows.length + table.judges.length - components;
  if (data.count <= estimated) return 'no_residual';
  const additive = additiveEffects(table);
  if (additive !== null) return withoutResidual(additive, table.scale);
  const ratios = maximise((at) => fit(data, at));
  const { residual, judgeEffects } = fit(data, ratios);
  return {
    effects: Array.from(judgeEffects, positiveZero),
    variance: { entry: ratios.entry * residual, judge: ratios.judge * residual, residual },
  };
}

/** The limit as the residual goes to 0: the effects are known, their variances those of a sample. */
function withoutResidual({ entries, judges }: AdditiveEffects, scale: bigint): Severity {
  const count = BigInt(judges.length);
  const total = judges.reduce((a, b) => a + b, 0n);
  return {
    effects: judges.map((judge) => toNumber(judge * count - total, count * scale)),
    variance: { entry: sampleVariance(entries, scale), judge: sampleVariance(judges, scale), residual: 0 },
  };
}

function sampleVariance(values: readonly bigint[], scale: bigint): number {
  const count = BigInt(values.length);
  const total = values.reduce((a, b) => a + b, 0n);
  const squares = values.reduce((a, b) => a + b * b, 0n);
  return toNumber(count * squares - total * total, count * (count - 1n) * scale * scale);
}

/** JSON would write −0 as 0, so a result read back would differ. */
function positiveZero(x: number): number {
  return x === 0 ? 0 : x;
}
