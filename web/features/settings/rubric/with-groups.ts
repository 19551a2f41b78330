import type { Criterion, CriterionGroup, Rubric } from '../../../../shared/contract/settings.ts';
import { arrangedCriteria } from '../../../../shared/panels/rubric.ts';

/** The rubric with these groups: what stood in one that is gone stands in none, the criteria follow their order. */
export function withGroups({ criteria }: Rubric, groups: readonly CriterionGroup[]): Rubric {
  const known = new Set(groups.map(({ id }) => id));
  const kept = groups.map(({ parent, ...group }): CriterionGroup =>
    parent !== undefined && known.has(parent) ? { ...group, parent } : group,
  );
  const members = criteria.map(({ group, ...criterion }): Criterion =>
    group !== undefined && known.has(group) ? { ...criterion, group } : criterion,
  );
  const arranged = arrangedCriteria(members, kept);
  return kept.length === 0 ? { criteria: arranged } : { criteria: arranged, groups: kept };
}
