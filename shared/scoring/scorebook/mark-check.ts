import { parseExactDecimal } from '../numbers/decimal.ts';
import { formatExact } from '../numbers/format.ts';
import { compare, divide, reduce, subtract } from '../numbers/rational.ts';
import type { FaultCode, FaultValues } from './faults.ts';
import type { CriterionBounds } from './known.ts';

export interface MarkFault {
  readonly code: FaultCode;
  readonly values: FaultValues;
}

/**
 * Checks marks of one criterion: a decimal, from `min` to `max`, `min` plus a multiple of `step`. A large file
 * holds the same few texts again and again, so each text is judged once.
 */
export function markChecker(bounds: CriterionBounds): (mark: unknown) => MarkFault | null {
  const seen = new Map<unknown, MarkFault | null>();
  return (mark) => {
    const known = seen.get(mark);
    if (known !== undefined) return known;
    const fault = mark === null ? null : checkMark(mark, bounds);
    seen.set(mark, fault);
    return fault;
  };
}

function checkMark(mark: unknown, { min, max, step }: CriterionBounds): MarkFault | null {
  const value = typeof mark === 'string' ? parseExactDecimal(mark) : null;
  if (value === null) return { code: 'not_decimal', values: {} };
  if (compare(value, min) < 0) return { code: 'mark_below_min', values: { min: formatExact(min) } };
  if (max !== null && compare(value, max) > 0)
    return { code: 'mark_above_max', values: { max: formatExact(max) } };
  const steps = step && reduce(divide(subtract(value, min), step));
  return step === null || steps?.d === 1n
    ? null
    : { code: 'mark_off_step', values: { step: formatExact(step) } };
}
