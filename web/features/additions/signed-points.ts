import { compareMarks } from '../../../shared/scoring/index.ts';

/**
 * Points typed with their sign (`+2`, `-0.5`, `－1`, `2分`) as the decimal string that is stored; null where they are
 * none, zero, or more than the rule allows.
 */
export function signedPoints(typed: string, most: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s分]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/^\+/, '');
  if (!/^-?(0|[1-9]\d{0,3})(\.\d{1,2})?$/.test(plain) || /^-?0(\.0+)?$/.test(plain)) return null;
  return compareMarks(plain.replace('-', ''), most) > 0 ? null : plain;
}
