import type { Criterion, CriterionGroup, Rubric } from '../contract/settings.ts';

type Placed = Pick<Criterion, 'group'>;
type OfTrack = Pick<Criterion, 'track'>;

/** The criteria by which a project of this category is marked, in order. */
export const criteriaFor = <C extends OfTrack>(
  criteria: readonly C[],
  track: string | null | undefined,
): C[] => criteria.filter((one) => one.track === undefined || one.track === track);

/** Whether projects of different categories are marked by different criteria. */
export const differsByTrack = ({ criteria }: Pick<Rubric, 'criteria'>): boolean =>
  criteria.some(({ track }) => track !== undefined);

/** The groups around, from the outermost: at most two. A parent that is not there ends the path. */
export function groupPath(groups: readonly CriterionGroup[], id: string | undefined): CriterionGroup[] {
  const inner = groups.find((group) => group.id === id);
  if (inner === undefined) return [];
  const outer = groups.find((group) => group.id === inner.parent && group !== inner);
  return outer === undefined ? [inner] : [outer, inner];
}

/** A criterion with the headings that begin with it: those of its groups in which the one before does not stand. */
export interface Headed<C> {
  readonly criterion: C;
  readonly opens: readonly CriterionGroup[];
}

/** The criteria in their order, each with the headings above it. */
export function headedCriteria<C extends Placed>(
  criteria: readonly C[],
  groups: readonly CriterionGroup[] = [],
): Headed<C>[] {
  let before: CriterionGroup[] = [];
  return criteria.map((criterion) => {
    const path = groupPath(groups, criterion.group);
    const opens = path.filter((group, depth) => before[depth] !== group);
    before = path;
    return { criterion, opens };
  });
}

/**
 * Criteria in the order of the tree: by group, within it by sub-group, else as they stood; those without a group come
 * last, those of a group itself before its sub-groups.
 */
export function arrangedCriteria<C extends Placed>(
  criteria: readonly C[],
  groups: readonly CriterionGroup[] = [],
): C[] {
  const place = (group: CriterionGroup | undefined, absent: number) =>
    group === undefined ? absent : groups.indexOf(group);
  const keyed = criteria.map((criterion, index) => {
    const [outer, inner] = groupPath(groups, criterion.group);
    return { criterion, key: [place(outer, groups.length), place(inner, -1), index] as const };
  });
  return keyed
    .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2])
    .map(({ criterion }) => criterion);
}

/** Criteria of a group and of its sub-groups. */
export const criteriaUnder = <C extends Placed>(
  criteria: readonly C[],
  groups: readonly CriterionGroup[],
  id: string,
): C[] => criteria.filter((one) => groupPath(groups, one.group).some((group) => group.id === id));

/** Criteria that a judge's tablet shows at once, beside the pad. */
const onTablet = 8;

/** How many screens of an upright or lying tablet, of a phone, a judge goes through for one project. */
export const screensOf = (criteria: number): { tablet: number; phone: number } => ({
  tablet: Math.max(1, Math.ceil(criteria / onTablet)),
  phone: Math.max(1, criteria),
});
