/**
 * Time as a person reads it on a stage clock. Before the end it is rounded up, so the full time shows first and
 * 00:00 shows when the time is over; after the end it counts up with a plus sign.
 * @param remaining milliseconds left, negative after the end
 * @returns mm:ss, more than two digits of minutes where needed
 */
export function minutesAndSeconds(remaining: number): string {
  const seconds = remaining > 0 ? Math.ceil(remaining / 1000) : Math.floor(-remaining / 1000);
  const digits = (value: number) => String(value).padStart(2, '0');
  const sign = remaining < 0 && seconds > 0 ? '+' : '';
  return `${sign}${digits(Math.floor(seconds / 60))}:${digits(seconds % 60)}`;
}

/** How near the end of a phase is: more than half a minute, within it, over. */
export type TimerStage = 'running' | 'ending' | 'over';

const ENDING_MS = 30_000;

/** The stage for a remaining time in milliseconds. */
export function timerStage(remaining: number): TimerStage {
  if (remaining <= 0) return 'over';
  return remaining <= ENDING_MS ? 'ending' : 'running';
}
