import Type from 'typebox';
import type { Static } from 'typebox';
import { Mark, Name, Text } from './common.ts';
import { limits } from './limits.ts';
import { closed, Id } from './route.ts';

/** What judges mark; apart from the other settings, since a tablet needs this alone. */

/** 优 良 中 差 with the marks they stand for. */
export const Level = closed({ word: Name, from: Mark, to: Mark, description: Text(limits.shortText) });

/** A heading over criteria: of the first level, or with a `parent` of the second. Marked are criteria alone. */
export const CriterionGroup = closed({ id: Id, name: Name, parent: Type.Optional(Id) });

/** A multiplier: a plain decimal string above 0. */
export const Factor = Type.String({ pattern: '^(?!0(\\.0{1,4})?$)(0|[1-9][0-9]{0,3})(\\.[0-9]{1,4})?$' });

export const Criterion = closed({
  id: Id,
  name: Name,
  /** The innermost group it stands in. */
  group: Type.Optional(Id),
  /** The one category whose projects are marked by it; absent: every project. */
  track: Type.Optional(Id),
  min: Mark,
  max: Mark,
  step: Mark,
  /** What its panel value is multiplied by; only where criteria are counted one by one. Absent: 1. */
  factor: Type.Optional(Factor),
  guidance: Type.Array(Text(limits.shortText), { maxItems: 10 }),
  levels: Type.Array(Level, { maxItems: 6 }),
});

/** A tree of up to three levels, written flat: groups, sub-groups, and the criteria in the order they are marked. */
export const Rubric = closed({
  criteria: Type.Array(Criterion, { minItems: 1, maxItems: limits.criteria }),
  groups: Type.Optional(Type.Array(CriterionGroup, { maxItems: limits.criterionGroups })),
});

export type Criterion = Static<typeof Criterion>;
export type CriterionGroup = Static<typeof CriterionGroup>;
export type Rubric = Static<typeof Rubric>;
