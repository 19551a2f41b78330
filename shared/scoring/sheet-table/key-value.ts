import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { CellPlace, Grid, GridCell } from './grid.ts';
import { cellName } from './grid.ts';
import { typedDecimal } from './typed-mark.ts';
import { cellText, plainText } from './typed-text.ts';

/** One line of the rules: its key in plain text, and the value as typed. */
export type RuleLine = {
  readonly key: string;
  readonly text: string;
  readonly cell: GridCell;
  readonly place: CellPlace;
};

/** Rows 项 | 值: every row with a key in column A and a value in column B; a heading row has neither rule's key. */
export function ruleLines({ name, rows }: Grid): RuleLine[] {
  return rows.flatMap((row, index): RuleLine[] => {
    const key = plainText(cellText(row[0]));
    const cell = row[1] ?? null;
    const text = cellText(cell);
    if (key === '' || text === '' || HEADINGS.has(key)) return [];
    return [{ key, text, cell, place: { sheet: name, row: index, column: 1 } }];
  });
}

const HEADINGS: ReadonlySet<string> = new Set(['项', '规则', '项目', '规则项']);

/** Ties are compared in the order of their rows, so their key may stand more than once. */
export const TIE_KEY = /^(?:同分[\d一二三四五六七八九]*|抽签顺序|评委组决定)$/u;

/** Reads single values of rule lines; what cannot be read is a fault and the default takes its place. */
export class RuleReader {
  readonly faults: CellFault[] = [];
  readonly #lines = new Map<string, RuleLine>();

  constructor(lines: readonly RuleLine[]) {
    for (const line of lines) {
      if (TIE_KEY.test(line.key)) continue;
      const earlier = this.#lines.get(line.key);
      if (earlier === undefined) this.#lines.set(line.key, line);
      else this.faults.push(cellFault(line.place, 'twice', { first: cellName(earlier.place) }));
    }
  }

  line(key: string): RuleLine | undefined {
    return this.#lines.get(plainText(key));
  }

  oneOf<T>(key: string, words: ReadonlyMap<string, T>, otherwise: T): T {
    const line = this.line(key);
    if (line === undefined) return otherwise;
    const value = words.get(plainText(line.text));
    if (value !== undefined) return value;
    this.faults.push(
      cellFault(line.place, 'not_one_of', { text: line.text, allowed: [...words.keys()].join('、') }),
    );
    return otherwise;
  }

  integer(key: string, least: number, otherwise: number): number {
    const line = this.line(key);
    if (line === undefined) return otherwise;
    const text = plainText(line.text).replace(/[个位]$/u, '');
    if (/^\d{1,4}$/u.test(text) && Number(text) >= least) return Number(text);
    this.faults.push(cellFault(line.place, 'not_integer', { text: line.text, min: String(least) }));
    return otherwise;
  }

  /** A decimal; `none` is a word that means there is none. */
  decimal(key: string, none: string, otherwise: string | null): string | null {
    const line = this.line(key);
    if (line === undefined) return otherwise;
    if (plainText(line.text) === none) return null;
    const value = typedDecimal(plainText(line.text));
    if (value === null) this.faults.push(cellFault(line.place, 'not_number', { text: line.text }));
    return value ?? otherwise;
  }
}

/** A weight: a decimal, `1/3` or a percentage; null if it is none. */
export function typedWeight(cell: GridCell): string | null {
  const text = plainText(cellText(cell));
  if (/^\d+\/[1-9]\d*$/u.test(text)) return text;
  const percent = /^(.+)%$/u.exec(text)?.[1];
  if (percent !== undefined) return hundredth(percent);
  return typedDecimal(text);
}

function hundredth(percent: string): string | null {
  const value = typedDecimal(percent);
  if (value === null) return null;
  const [whole = '', places = ''] = value.split('.');
  const digits = whole.padStart(3, '0');
  return typedDecimal(`${digits.slice(0, -2)}.${digits.slice(-2)}${places}`);
}
