/**
 * The marks one criterion allows, as whole numbers: index × step above the lowest. A mark is a decimal string
 * outside and an index in here; no binary fraction comes between.
 */

/** Limits of a criterion as decimal strings; `min` absent is 0. */
export interface MarkRange {
  readonly min?: string;
  readonly max: string;
  readonly step: string;
}

/** A range in units of 10^-decimals; `last` is the index of the highest mark. */
export interface MarkScale {
  readonly decimals: number;
  readonly min: number;
  readonly step: number;
  readonly last: number;
}

const DECIMAL = /^(\d{1,6})(?:\.(\d{1,4}))?$/;
const MOST_DECIMALS = 4;

function decimalsOf(text: string): number {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`Not a mark: ${text}`);
  return match[2]?.length ?? 0;
}

function unitsOf(text: string, decimals: number): number {
  const [whole = '', rest = ''] = text.split('.');
  return Number(whole + rest.padEnd(decimals, '0'));
}

/** The scale of a criterion. Throws RangeError where a limit is no plain decimal, the step is 0 or max is below min. */
export function markScale(range: MarkRange): MarkScale {
  const min = range.min ?? '0';
  const decimals = Math.max(...[min, range.max, range.step].map(decimalsOf));
  const units = (text: string) => unitsOf(text, decimals);
  const step = units(range.step);
  const width = units(range.max) - units(min);
  if (step === 0 || width < 0)
    throw new RangeError(`Not a range of marks: ${min} to ${range.max} by ${range.step}`);
  return { decimals, min: units(min), step, last: Math.floor(width / step) };
}

/** The mark at an index, as a canonical decimal string ("18", "18.5"). Throws RangeError outside the scale. */
export function markAt(scale: MarkScale, index: number): string {
  if (!Number.isInteger(index) || index < 0 || index > scale.last)
    throw new RangeError(`No mark at ${index}`);
  const digits = String(scale.min + index * scale.step).padStart(scale.decimals + 1, '0');
  const point = digits.length - scale.decimals;
  const rest = digits.slice(point).replace(/0+$/, '');
  return rest === '' ? digits.slice(0, point) : `${digits.slice(0, point)}.${rest}`;
}

/** The index of a mark, or null where it is not on the scale. */
export function indexOfMark(scale: MarkScale, mark: string): number | null {
  if (!DECIMAL.test(mark) || decimalsOf(mark) > scale.decimals) return null;
  const above = unitsOf(mark, scale.decimals) - scale.min;
  const index = above / scale.step;
  return Number.isInteger(index) && index >= 0 && index <= scale.last ? index : null;
}

/** Negative, 0 or positive as one mark is below, equal to or above another. */
export function compareMarks(one: string, other: string): number {
  return unitsOf(one, MOST_DECIMALS) - unitsOf(other, MOST_DECIMALS);
}

/** The place among level words, highest first, that a mark belongs to; -1 below them all. */
export function levelOf(mark: string, levels: readonly { readonly from: string }[]): number {
  return levels.findIndex((level) => compareMarks(mark, level.from) >= 0);
}

/** The whole numbers among the marks, highest first. */
export function wholeMarks(scale: MarkScale): string[] {
  const whole: string[] = [];
  for (let index = scale.last; index >= 0; index -= 1) {
    const mark = markAt(scale, index);
    if (!mark.includes('.')) whole.push(mark);
  }
  return whole;
}

const MOST_KEYS_TO = 20;

/** Whether half points lie between the whole ones and nothing else does. */
export function hasHalves(scale: MarkScale): boolean {
  return scale.step * 2 === 10 ** scale.decimals;
}

/** Whether every mark can be a key of its own (up to 20, whole or half steps from a whole number); else it is typed. */
export function fitsKeys(scale: MarkScale): boolean {
  const unit = 10 ** scale.decimals;
  const highest = scale.min + scale.last * scale.step;
  const plain = scale.step % unit === 0 || hasHalves(scale);
  return plain && scale.min % unit === 0 && highest <= MOST_KEYS_TO * unit;
}

/** A mark with its half put on or taken off, or null where that is above the highest mark. */
export function toggleHalf(scale: MarkScale, mark: string): string | null {
  const index = indexOfMark(scale, mark);
  if (index === null) return null;
  const next = mark.includes('.') ? index - 1 : index + 1;
  return next > scale.last ? null : markAt(scale, next);
}
