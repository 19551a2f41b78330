import { ContractError } from '../../../shared/contract/errors.ts';
import type { Marks } from '../../../shared/contract/common.ts';
import type { Criterion, Settings } from '../../../shared/contract/settings.ts';
import { criteriaFor } from '../../../shared/panels/rubric.ts';
import { markFaultsOf } from '../../../shared/panels/mark-faults.ts';
import { sumMarks } from '../../../shared/scoring/index.ts';

type CheckOfTrack = Map<string | null, ReturnType<typeof markFaultsOf>>;
const checks = new WeakMap<Settings, CheckOfTrack>();

/**
 * Checks marks against the rubric of the settings for projects of a category.
 * @throws ContractError invalid_input, with paths like `marks.need`
 */
export function checkMarks(
  settings: Settings,
  track: string | null,
  marks: Marks,
  sheet: 'draft' | 'complete',
): void {
  const known: CheckOfTrack = checks.get(settings) ?? new Map();
  checks.set(settings, known);
  const check = known.get(track) ?? markFaultsOf(criteriaFor(settings.rubric.criteria, track));
  known.set(track, check);
  const fields = check(marks, sheet);
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
}

/** The exact sum of a sheet, canonical decimal; empty while a criterion of its own has no mark. */
export function totalOf(criteria: readonly Criterion[], marks: Marks): string {
  const given = criteria.flatMap(({ id }) => marks[id] ?? []);
  return given.length === criteria.length ? sumMarks(given) : '';
}
