import { compareMarks, indexOfMark, markAt, wholeMarks, type MarkScale } from './mark-scale.ts';

/** What a digit typed over the keys leads to: the whole mark meant so far, and whether no longer one can follow. */
export interface TypedKey {
  readonly typed: string;
  readonly mark: string | null;
  readonly settled: boolean;
}

/**
 * Reads digits typed one after another as a whole mark of the scale: of 0–20, "1" may still become 10 to 19, "3" is
 * settled. A digit that makes no mark with those before it starts anew.
 */
export function typeDigit(scale: MarkScale, before: string, digit: string): TypedKey {
  const whole = wholeMarks(scale);
  const typed = whole.some((mark) => mark.startsWith(before + digit)) ? before + digit : digit;
  return {
    typed,
    mark: whole.includes(typed) ? typed : null,
    settled: !whole.some((mark) => mark.length > typed.length && mark.startsWith(typed)),
  };
}

/** What stands on the keypad: a mark, the beginning of one, or a text that can become none. */
export type TypedText =
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'refused'; readonly reason: 'above' | 'off-scale' };

/** Every mark as it may be typed: in full ("85.50") and without needless zeros ("85.5", "85"). */
function beginsMark(scale: MarkScale, text: string): boolean {
  for (let index = scale.last; index >= 0; index -= 1) {
    const mark = markAt(scale, index);
    const [whole = '', rest = ''] = mark.split('.');
    const full = scale.decimals > 0 ? `${whole}.${rest.padEnd(scale.decimals, '0')}` : whole;
    if (full.startsWith(text)) return true;
  }
  return false;
}

/** Reads the text on the keypad, digits with at most one point. An empty text is unfinished. */
export function readTyped(scale: MarkScale, text: string): TypedText {
  const index = indexOfMark(scale, text);
  if (index !== null) return { kind: 'mark', mark: markAt(scale, index) };
  if (text === '' || beginsMark(scale, text)) return { kind: 'unfinished' };
  const highest = markAt(scale, scale.last);
  const above = /^\d+(\.\d{1,4})?$/.test(text) && compareMarks(text, highest) > 0;
  return { kind: 'refused', reason: above ? 'above' : 'off-scale' };
}

/** The text after a key: a leading 0 gives way to a digit, a point alone gets its 0. */
export function appendKey(text: string, key: string): string {
  if (key === '.') return text === '' ? '0.' : `${text}.`;
  return text === '0' ? key : text + key;
}
