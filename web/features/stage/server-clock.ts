/** Server time less the device's steady clock (`performance.now()`), both in milliseconds. */
export type ClockOffset = number;

/** Beyond this the server's own clock has been set back; below it, a sample merely travelled slowly. */
const setBack = 2000;

/**
 * The better of what is known and a new sample. A sample is late by the way it travelled and never early, so the
 * greatest one is nearest to the truth; all screens in the hall come to agree.
 */
export function betterOffset(known: ClockOffset | null, sample: ClockOffset): ClockOffset {
  if (known === null || sample > known || sample < known - setBack) return sample;
  return known;
}
