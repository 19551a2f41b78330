import type { Absence, Exclusion } from '../scorebook/types.ts';
import type { CellFaultCode } from './faults.ts';
import type { GridCell } from './grid.ts';
import { shownNumber } from './shown-number.ts';
import { plainText } from './typed-text.ts';

/** What a cell that should hold a mark says. */
export type TypedMark =
  | { readonly kind: 'mark'; readonly text: string; readonly shortened: boolean }
  | { readonly kind: 'absent'; readonly reason: Absence }
  | { readonly kind: 'excluded'; readonly exclusion: Exclusion }
  /** A dash: this judge does not mark here. */
  | { readonly kind: 'none' }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'fault';
      readonly code: CellFaultCode;
      readonly values: Readonly<Record<string, string>>;
    };

const ABSENCE_WORDS: ReadonlyMap<string, Absence> = new Map(
  Object.entries({
    recused: ['回避', '应回避', '需回避', '利益回避'],
    left: ['离场', '中途离场', '早退', '缺席', '请假', '未到', '未到场', '未出席', '缺勤'],
    abstained: ['未评', '声明未评', '弃权', '弃评', '不评', '不打分', '未打分', '未评分'],
    not_handed_in: ['未交表', '未交', '缺表', '缺', '未收到'],
    incomplete: ['漏项', '漏打', '漏评', '未填全'],
  } satisfies Record<Absence, string[]>).flatMap(([reason, words]) =>
    words.map((word) => [word, reason as Absence] as const),
  ),
);

const EXCLUSION_WORDS: ReadonlyMap<string, Exclusion> = new Map([
  ['退出答辩', 'withdrawn'],
  ['退出', 'withdrawn'],
  ['退赛', 'withdrawn'],
  ['弃赛', 'withdrawn'],
  ['撤回', 'withdrawn'],
  ['一票否决', 'vetoed'],
  ['否决', 'vetoed'],
  ['取消资格', 'vetoed'],
]);

const NUMBER = /^([+-]?)(\d*)(?:[.。·](\d*))?分?$/u;

/** Reads a mark as people type it: `１８．５`, `18.5 分`, `回避（亲属）`, `－`. */
export function typedMark(cell: GridCell | undefined): TypedMark {
  if (!cell) return { kind: 'empty' };
  if (cell.kind === 'odd') return { kind: 'fault', code: cell.what, values: { text: cell.text } };
  if (cell.kind === 'number') {
    const number = shownNumber(cell.value, cell.format);
    return number === null
      ? { kind: 'fault', code: 'too_long', values: { value: String(cell.value) } }
      : { kind: 'mark', ...number };
  }
  return typedText(cell.text);
}

function typedText(typed: string): TypedMark {
  const text = plainText(typed);
  if (text === '') return { kind: 'empty' };
  if (/^[-/\\]+$/u.test(text)) return { kind: 'none' };
  const number = typedDecimal(text);
  if (number !== null) return { kind: 'mark', text: number, shortened: false };
  const word = text.replace(/\(.*\)$|[:,].*$/u, '');
  const reason = ABSENCE_WORDS.get(word);
  if (reason !== undefined) return { kind: 'absent', reason };
  const exclusion = EXCLUSION_WORDS.get(word);
  if (exclusion !== undefined) return { kind: 'excluded', exclusion };
  return { kind: 'fault', code: 'not_a_mark', values: { text: typed.trim() } };
}

/** A decimal as `scorebook/1` writes it, from plain text such as `018.50分`; null if it is none. */
export function typedDecimal(text: string): string | null {
  const [, sign = '', whole = '', places = ''] = NUMBER.exec(text) ?? [];
  if (whole === '' && places === '') return null;
  const digits = whole.replace(/^0+(?=\d)/u, '') || '0';
  return `${sign === '-' ? '-' : ''}${digits}${places === '' ? '' : `.${places}`}`;
}
