import type { Marks } from '../../../../shared/contract/common.ts';
import type { FieldFault } from '../../../../shared/contract/errors.ts';
import type { Criterion } from '../../../../shared/contract/settings.ts';
import { markFaultsOf } from '../../../../shared/panels/mark-faults.ts';
import { paperFaults } from '../../../../shared/panels/paper-faults.ts';

/** What a clerk types, as typed: an empty box is an empty string. */
export interface Typed {
  control: string;
  marks: Readonly<Record<string, string>>;
}

export const nothingTyped: Typed = { control: '', marks: {} };

/** Full-width digits and blanks of an input method are the same number. */
const plain = (typed: string): string => typed.normalize('NFKC').trim().replace(/^\./, '0.');

/** The marks as they are sent: decimal strings, an empty box has no key. */
export const marksOf = ({ marks }: Typed): Marks =>
  Object.fromEntries(
    Object.entries(marks)
      .map(([id, mark]): [string, string] => [id, plain(mark)])
      .filter(([, mark]) => mark !== ''),
  );

export const controlOf = ({ control }: Typed): string => plain(control);

const isNumber = (text: string): boolean => /^(0|[1-9][0-9]{0,3})(\.[0-9]{1,2})?$/.test(text);

/** What one keying lacks or has wrong: the total, each mark against the rubric, and at last their sum. */
export function keyingFaults(
  criteria: readonly Criterion[],
  typed: Typed,
  words: { control: string; mark: string },
): FieldFault[] {
  const control = controlOf(typed);
  const marks = marksOf(typed);
  const unreadable = Object.entries(marks)
    .filter(([, mark]) => !isNumber(mark))
    .map(([id]) => ({ path: `marks.${id}`, message: words.mark }));
  if (!isNumber(control)) return [{ path: 'control', message: words.control }, ...unreadable];
  if (unreadable.length > 0) return unreadable;
  const wrong = markFaultsOf(criteria)(marks, 'complete');
  return wrong.length > 0 ? wrong : paperFaults(criteria, control, marks, null);
}

/** Criteria on which two keyings differ. */
export function differing(criteria: readonly Criterion[], first: Typed, second: Typed): string[] {
  const [a, b] = [marksOf(first), marksOf(second)];
  return criteria.map(({ id }) => id).filter((id) => a[id] !== b[id]);
}
