import type { Criterion, CriterionGroup } from '../contract/settings.ts';
import { groupPath } from './rubric.ts';

/** One heading of a table with a column for each criterion. */
export type HeadCell<C> = { readonly columns: number; readonly rows: number } & (
  { readonly group: CriterionGroup } | { readonly criterion: C }
);

/** The heading rows over a column per criterion: groups above sub-groups above criteria, each as wide as its own. */
export function sheetHead<C extends Pick<Criterion, 'id' | 'group'>>(
  criteria: readonly C[],
  groups: readonly CriterionGroup[] = [],
): HeadCell<C>[][] {
  const paths = criteria.map(({ group }) => groupPath(groups, group));
  const depth = Math.max(0, ...paths.map((path) => path.length));
  return Array.from({ length: depth + 1 }, (_, row) =>
    criteria.flatMap((criterion, column): HeadCell<C>[] => {
      const path = paths[column] ?? [];
      if (row === path.length) return [{ criterion, columns: 1, rows: depth - row + 1 }];
      const group = path[row];
      if (group === undefined || paths[column - 1]?.[row] === group) return [];
      const next = paths.findIndex((other, index) => index > column && other[row] !== group);
      return [{ group, columns: (next < 0 ? criteria.length : next) - column, rows: 1 }];
    }),
  );
}

/** How a judge's sheet lies on A4: upright, lying, or lying with names written downwards. */
export type SheetForm = 'upright' | 'lying' | 'narrow';

/** Columns of 14.5 mm beside number, project, total and note: seven fit an upright A4, twelve a lying one. */
export function sheetForm(criteria: number): SheetForm {
  if (criteria <= 7) return 'upright';
  return criteria <= 12 ? 'lying' : 'narrow';
}
