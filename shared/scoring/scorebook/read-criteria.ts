import { compare, ZERO } from '../numbers/rational.ts';
import type { CriterionBounds, Known } from './known.ts';
import { judgedStages, reference } from './known.ts';
import type { Reader, Shape } from './reader.ts';

const CRITERION: Shape = {
  id: 'required',
  name: 'optional',
  stage: 'optional',
  track: 'optional',
  min: 'optional',
  max: 'optional',
  step: 'optional',
  factor: 'optional',
};

export function readCriteria(
  reader: Reader,
  value: unknown,
  stages: Known['stages'],
): Map<string, CriterionBounds> {
  const judged = new Set(judgedStages(stages));
  return reader.byId(value, 'criteria', CRITERION, (item, path) => {
    reader.text(item.name, `${path}.name`);
    reader.ratio(item.factor, `${path}.factor`, 'zero');
    const min = reader.decimal(item.min, `${path}.min`) ?? ZERO;
    const max = reader.decimal(item.max, `${path}.max`);
    const step = reader.decimal(item.step, `${path}.step`);
    if (max !== null && compare(min, max) > 0) reader.report(`${path}.min`, 'min_above_max');
    const positive = step === null || compare(step, ZERO) > 0;
    if (!positive) reader.report(`${path}.step`, 'not_positive');
    return {
      stage: reference(reader, item.stage, `${path}.stage`, 'stage', judged),
      track: reader.text(item.track, `${path}.track`),
      min,
      max,
      step: positive ? step : null,
    };
  });
}

/** Whether a sheet of this stage for an entry of this track marks the criterion. */
export function applies(
  criterion: { readonly stage: string | null; readonly track: string | null },
  stage: string | null,
  track: string | null,
): boolean {
  return (
    (criterion.stage === null || criterion.stage === stage) &&
    (criterion.track === null || criterion.track === track)
  );
}
