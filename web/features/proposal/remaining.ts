const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long until an instant, in the two largest units; `past` from the instant on. */
export type Remaining =
  | { unit: 'days'; days: number; hours: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'past' };

/** @param now ms, the server's clock */
export function remaining(until: number, now: number): Remaining {
  const left = until - now;
  if (left < 0) return { unit: 'past' };
  if (left >= day)
    return { unit: 'days', days: Math.floor(left / day), hours: Math.floor((left % day) / hour) };
  return { unit: 'hours', hours: Math.floor(left / hour), minutes: Math.floor((left % hour) / minute) };
}
