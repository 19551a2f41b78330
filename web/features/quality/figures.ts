import { formatFixed } from '../../../shared/scoring/index.ts';

/** A statistic with so many places: `0.97`; `–` where it is undefined. */
export const figure = (value: number | null, places = 2): string =>
  value === null ? '–' : value.toFixed(places).replace('-', '−');

/** Points with their sign, one place: `+7.0`, `−8.8`, `0.0`. */
export function signed(value: number | null): string {
  if (value === null) return '–';
  const text = figure(value, 1);
  if (text === '−0.0') return '0.0';
  return value > 0 && text !== '0.0' ? `+${text}` : text;
}

/** An exact value for a table, two places. */
export const score = (value: string | null): string => (value === null ? '–' : formatFixed(value, 2));

/** An exact value where a mark may stand as it was given; a fraction with two places. */
export const mark = (value: string | null): string =>
  value === null || !value.includes('/') ? (value ?? '–') : formatFixed(value, 2);

/** For drawing only: the place of an exact value. */
export const place = (value: string): number => Number(formatFixed(value, 4));

/** A probability, never rounded to certainty. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '<1%';
  if (share < 1 && share > 0.99) return '>99%';
  return `${Math.round(share * 100)}%`;
}
