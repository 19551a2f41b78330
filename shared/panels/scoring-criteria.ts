import type { Settings } from '../contract/settings.ts';
import type { Criterion } from '../scoring/scorebook/types.ts';

/** What judges mark, in the words of `scorebook/1`: groups, guidance and level words have no part in a score. */
export const scoringCriteria = ({ criteria }: Settings['rubric']): Criterion[] =>
  criteria.map(({ id, name, track, min, max, step, factor }) => ({
    id,
    name,
    ...(track === undefined ? {} : { track }),
    min,
    max,
    step,
    ...(factor === undefined ? {} : { factor }),
  }));
