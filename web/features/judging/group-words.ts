import type { CriterionGroup } from '../../../shared/contract/settings.ts';

/** Headings above a criterion in one line, the outer one first; empty where none begins. */
export const groupWords = (groups: readonly CriterionGroup[]): string =>
  groups.map(({ name }) => name).join(' · ');
