import type { Marks } from '../contract/common.ts';
import type { FieldFault } from '../contract/errors.ts';
import type { Criterion } from '../contract/settings.ts';
import { exact } from '../scoring/numbers/decimal.ts';
import { makeFault } from '../scoring/scorebook/faults.ts';
import { markChecker } from '../scoring/scorebook/mark-check.ts';

/**
 * Makes the check of a sheet against the rubric: known criteria, marks from `min` to `max` in steps, exact. Faults
 * have paths like `marks.need`. A sheet to be submitted also has a mark for every criterion.
 */
export function markFaultsOf(criteria: readonly Criterion[]) {
  const checkers = new Map(
    criteria.map(({ id, min, max, step }) => [
      id,
      markChecker({ stage: null, track: null, min: exact(min), max: exact(max), step: exact(step) }),
    ]),
  );
  return (marks: Marks, sheet: 'draft' | 'complete'): FieldFault[] => {
    const faults = Object.entries(marks).flatMap(([id, mark]): FieldFault[] => {
      const path = `marks.${id}`;
      const check = checkers.get(id);
      if (!check) return [{ path, message: '评分标准里没有这一项' }];
      const found = check(mark);
      return found ? [{ path, message: makeFault(path, found.code, found.values).zh }] : [];
    });
    if (sheet === 'draft') return faults;
    const empty = criteria.filter(({ id }) => marks[id] === undefined);
    return [...faults, ...empty.map(({ id }) => ({ path: `marks.${id}`, message: '还没有打分' }))];
  };
}
