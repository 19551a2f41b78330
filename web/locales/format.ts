/** Times as they are read here: the clock is China's, wherever the reader's device stands. */
const base = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;
const day = { month: 'long', day: 'numeric' } as const;

const full = new Intl.DateTimeFormat('zh-CN', { ...base, year: 'numeric', ...day, ...clock });
const short = new Intl.DateTimeFormat('zh-CN', { ...base, ...day, ...clock });

/** Milliseconds since 1970 → `2026年9月18日 18:00`. */
export const formatTime = (time: number): string => full.format(time);

/** Milliseconds since 1970 → `9月18日 18:00`, where the year is plain. */
export const formatShortTime = (time: number): string => short.format(time);

const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'short' });

/** Calendar day `2026-09-18` → `周五`. */
export const formatWeekday = (day: string): string => weekday.format(Date.parse(day));
