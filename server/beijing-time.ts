/** County offices keep Beijing time, whatever the machine's own zone is. */
const beijing = 8 * 3_600_000;

/** `2026-10-16 17:46` in Beijing. @param at milliseconds since 1970 */
export const beijingTime = (at: number): string =>
  new Date(at + beijing).toISOString().slice(0, 16).replace('T', ' ');

/** The calendar day in Beijing, `2026-10-16`. @param at milliseconds since 1970 */
export const beijingDay = (at: number): string => beijingTime(at).slice(0, 10);
