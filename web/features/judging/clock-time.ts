const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Milliseconds since 1970 → `10:18:46`, the time of day to the second, as a receipt and the save line print it. */
export const clockTime = (time: number): string => format.format(time);
