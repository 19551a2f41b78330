import type { GridCell } from './grid.ts';
import { shownNumber } from './shown-number.ts';

/** Every dash that a keyboard or a table program makes. */
const DASHES = /[\u2010-\u2015\u2212\u30fc\ufe58\ufe63]/gu;
const SPACES = /[\s\u00a0\u200b-\u200d\u3000\ufeff]+/gu;

/** Text as people typed it, in one form: half-width signs and digits, one kind of dash, no spaces. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(DASHES, '-').replace(SPACES, '');
}

/** A heading or key: plain, and without what stands in brackets. */
export function headingText(text: string): string {
  return plainText(text).replace(/\([^()]*\)/gu, '');
}

/** What a cell says as a name or number, its outer spaces gone; empty for nothing and for what is neither. */
export function cellText(cell: GridCell | undefined): string {
  if (!cell || cell.kind === 'odd') return '';
  if (cell.kind === 'text') return cell.text.replace(SPACES, ' ').trim();
  return shownNumber(cell.value, cell.format)?.text ?? String(cell.value);
}
