/** China keeps one time, UTC+8, without summer time. */
const offset = 8 * 3600_000;
const dayLength = 24 * 3600_000;

/** Milliseconds since 1970 → `2026-09-18 18:00` on a Chinese clock. */
export function chinaText(time: number): string {
  return new Date(time + offset).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-09-18 18:00` on a Chinese clock → milliseconds since 1970; null for anything else. */
export function chinaTime(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(text);
  if (!match) return null;
  const time = Date.parse(`${match[1]}T${match[2]}:00+08:00`);
  return Number.isNaN(time) ? null : time;
}

/** The calendar day `2026-09-18` of an instant in China. */
export const chinaDay = (time: number): string => chinaText(time).slice(0, 10);

/** Whole days from one calendar day to another, negative when the second lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Days from Monday to Friday, both ends counted; public holidays are not known here. */
export function weekdaysBetween(from: string, to: string): number {
  const first = Date.parse(from);
  const count = Math.max(0, daysBetween(from, to) + 1);
  const weekdays = Array.from({ length: count }, (_, index) =>
    new Date(first + index * dayLength).getUTCDay(),
  );
  return weekdays.filter((weekday) => weekday !== 0 && weekday !== 6).length;
}

/** A day as people write it (`2026-9-18`, `2026/9/18`, `2026年9月18日`) → `2026-09-18`; null where there is no such day. */
export function readDay(text: string): string | null {
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(day);
  // An engine may take 31 June for 1 July; the day must come back as it went in.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

/** A month as people write it (`2026-9`, `2026年9月`) → `2026-09`; null where there is no such month. */
export function readMonth(text: string): string | null {
  const match = /^(\d{4})\D(\d{1,2})月?$/.exec(text.normalize('NFKC').trim());
  return match ? (readDay(`${match[1]}-${match[2]}-1`)?.slice(0, 7) ?? null) : null;
}

/** A time of day as people write it (`9:00`, `９：００`) → `09:00`; null where there is no such time. */
export function readClock(text: string): string | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [, hour = '', minute = ''] = match;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}
