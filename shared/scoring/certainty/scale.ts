import { itemAt } from '../item.ts';
import { exact } from '../numbers/decimal.ts';
import type { Rational } from '../numbers/rational.ts';
import { add, greatestCommonDivisor, leastCommonMultiple, multiply, ZERO } from '../numbers/rational.ts';
import type { Criterion, Scorebook } from '../scorebook/types.ts';
import type { JudgedStage } from '../table/types.ts';

/** The scale of a sheet total: Σ factor × min, Σ factor × max, and the smallest step between two totals. */
export interface TotalScale {
  readonly min: Rational;
  /** Null: unbounded. */
  readonly max: Rational | null;
  readonly step: Rational;
}

/**
 * The scale of the totals of an entry's sheets at a stage. Criteria without a step count with the finest decimal
 * place that the marks of the stage use. Null where no criterion counts.
 */
function totalScale({ criteria }: Scorebook, stage: JudgedStage, entry: number): TotalScale | null {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const parts = itemAt(stage.rubric, entry).flatMap((index) => {
    const { id, factor } = itemAt(stage.criteria, index);
    const criterion = byId.get(id);
    return criterion === undefined || factor.n === 0n ? [] : [scaled(criterion, factor, stage)];
  });
  if (parts.length === 0) return null;
  const total = (values: readonly Rational[]): Rational => values.reduce(add, ZERO);
  const most = parts.flatMap(({ max }) => (max === null ? [] : [max]));
  return {
    min: total(parts.map(({ min }) => min)),
    max: most.length < parts.length ? null : total(most),
    step: parts.map(({ step }) => step).reduce(commonStep),
  };
}

/** The scale of the totals of an entry at a stage; null where no criterion counts. */
export type ScaleOf = (stage: JudgedStage, entry: number) => TotalScale | null;

/** `totalScale`, computed once for entries that are marked by the same criteria. */
export function totalScales(scorebook: Scorebook): ScaleOf {
  const known = new Map<readonly number[], TotalScale | null>();
  return (stage, entry) => {
    const rubric = itemAt(stage.rubric, entry);
    const scale = known.get(rubric);
    if (scale !== undefined) return scale;
    const made = totalScale(scorebook, stage, entry);
    known.set(rubric, made);
    return made;
  };
}

/** The greatest fraction of which both are whole multiples. */
export function commonStep(a: Rational, b: Rational): Rational {
  const d = leastCommonMultiple(a.d, b.d);
  return { n: greatestCommonDivisor(a.n * (d / a.d), b.n * (d / b.d)), d };
}

function scaled({ min = '0', max, step }: Criterion, factor: Rational, { marks }: JudgedStage): TotalScale {
  const finest: Rational = { n: 1n, d: marks.column.scale };
  return {
    min: multiply(exact(min), factor),
    max: max === undefined ? null : multiply(exact(max), factor),
    step: multiply(step === undefined ? finest : exact(step), factor),
  };
}
