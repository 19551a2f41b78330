import type { Signature } from '../../../shared/contract/results.ts';
import { beijingTime } from '../../beijing-time.ts';

export { beijingTime };

/** `2026年10月16日`. @param day `2026-10-16` */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** From the first day to the last, the year said once: `2026年10月22日至10月28日`. */
export function chineseSpan(from: string, to: string): string {
  const last = chineseDay(to);
  return `${chineseDay(from)}至${from.slice(0, 4) === to.slice(0, 4) ? last.slice(5) : last}`;
}

/** Thousands apart: `1,482`. */
export const grouped = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * The head of the ledger as it stands on paper: its first 16 digits, the fewest that `gongping verify --head`
 * takes, in groups of four.
 */
export const verificationCode = (head: string): string =>
  (head.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');

/** Ledger size and head, printed on every official paper. */
export const ledgerStamp = ({ size, head }: { size: number; head: string }): string =>
  `操作留痕${grouped(size)}条 · 核验码${verificationCode(head)}`;

/** That sponsor and supervisor have signed it in the program; nothing while they have not. */
export const signatureStamp = (signature: Signature | null): string[] =>
  signature ? [`${beijingTime(signature.at)}由${signature.names.join('、')}签认`] : [];

/** Official papers have no spaces between Chinese and digits; sentences made for the screen may. */
export const unspaced = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}）]) (?=[\d（])|(?<=[\d）]) (?=\p{Script=Han})/gu, '');
