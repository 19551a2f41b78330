import { ContractError } from '../../../shared/contract/errors.ts';
import type { Marks } from '../../../shared/contract/common.ts';
import type { Criterion, Settings } from '../../../shared/contract/settings.ts';
import { markFaultsOf } from '../../../shared/panels/mark-faults.ts';
import { sumMarks } from '../../../shared/scoring/index.ts';

const checks = new WeakMap<Settings, ReturnType<typeof markFaultsOf>>();

/**
 * Checks marks against the rubric of the settings.
 * @throws ContractError invalid_input, with paths like `marks.need`
 */
export function checkMarks(settings: Settings, marks: Marks, sheet: 'draft' | 'complete'): void {
  const check = checks.get(settings) ?? markFaultsOf(settings.rubric.criteria);
  checks.set(settings, check);
  const fields = check(marks, sheet);
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
}

/** The exact sum of a sheet, canonical decimal; empty while a criterion has no mark. */
export function totalOf(criteria: readonly Criterion[], marks: Marks): string {
  const given = criteria.flatMap(({ id }) => marks[id] ?? []);
  return given.length === criteria.length ? sumMarks(given) : '';
}
