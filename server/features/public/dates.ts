/** County offices keep Beijing time, whatever the machine's own zone is. */
const beijing = 8 * 3_600_000;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** `2026年9月18日（星期五）18:00`. @param at milliseconds since 1970 */
export function timeWords(at: number): string {
  const local = new Date(at + beijing);
  return `${dayWords(local.toISOString().slice(0, 10))}${local.toISOString().slice(11, 16)}`;
}

/** `2026年10月16日（星期五）`. @param day `2026-10-16` */
export function dayWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日（星期${weekdays[date.getUTCDay()]}）`;
}

/** `2026年11月`. @param month `2026-11` */
export function monthWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

/** The last millisecond of a day in Beijing. @param day `2026-10-28` */
export const endOfDay = (day: string): number => Date.parse(`${day}T23:59:59.999+08:00`);
