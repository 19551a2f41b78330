const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
});

/** Milliseconds since 1970 → `12:13`, the time of day in China. */
export const clockMinutes = (time: number): string => format.format(time);
