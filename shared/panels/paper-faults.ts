import type { Marks } from '../contract/common.ts';
import type { FieldFault } from '../contract/errors.ts';
import type { Criterion } from '../contract/settings.ts';
import { sumMarks } from '../scoring/index.ts';

/**
 * What does not agree between the paper and what was keyed: each criterion that two clerks read differently, and the
 * total written by hand where the marks do not add up to it.
 * @param again null where sheets are keyed once
 */
export function paperFaults(
  criteria: readonly Criterion[],
  control: string,
  marks: Marks,
  again: Marks | null,
): FieldFault[] {
  const differing = (again === null ? [] : criteria)
    .filter(({ id }) => marks[id] !== again?.[id])
    .map(({ id, name }) => ({
      path: `again.${id}`,
      message: `${name}：两次录入不同，${marks[id] ?? '空'} 和 ${again?.[id] ?? '空'}`,
    }));
  const sum = sumMarks(Object.values(marks));
  if (sum === sumMarks([control])) return differing;
  const message = `各项相加是 ${sum}，纸上手写的合计是 ${control}，请对着纸再看一遍`;
  return [...differing, { path: 'control', message }];
}
