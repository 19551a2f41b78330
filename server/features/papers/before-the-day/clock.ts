import { beijingTime } from '../words.ts';

/** `09:05` in Beijing. */
export const clock = (at: number): string => beijingTime(at).slice(11);

/** `09:05–09:16`. */
export const span = (from: number, to: number): string => `${clock(from)}–${clock(to)}`;
