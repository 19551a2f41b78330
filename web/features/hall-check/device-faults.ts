import type { CheckedDevice } from '../../../shared/contract/hall-check.ts';

/** What to do something about at one device, the gravest first; each is a locale key below `hallcheck.fault`. */
export type DeviceFault =
  'unchecked' | 'silent' | 'storage' | 'browser' | 'slow' | 'clock' | 'small' | 'stream' | 'full' | 'untried';

/** Milliseconds: without a sign of life, of a round trip, between the clocks. */
const silence = 60_000;
const slow = 400;
const sameTime = 5_000;
/** CSS pixels of the narrower side of a tablet, the oldest Chromium that is tried, megabytes of room. */
const narrow = 600;
const oldest = 86;
const room = 50;

/** Faults that must be mended before this device is used. */
const grave: readonly DeviceFault[] = ['unchecked', 'silent', 'storage', 'browser'];
export const isGrave = (fault: DeviceFault): boolean => grave.includes(fault);

/** @param now server time, milliseconds */
export function deviceFaults({ facts, lastSeenAt }: CheckedDevice, now: number): DeviceFault[] {
  const isSilent = now - lastSeenAt > silence;
  if (facts === null) return isSilent ? ['unchecked', 'silent'] : ['unchecked'];
  const found: readonly [DeviceFault, boolean][] = [
    ['silent', isSilent],
    ['storage', !facts.storage],
    ['browser', facts.chromium !== null && facts.chromium < oldest],
    ['slow', facts.latency > slow],
    ['clock', Math.abs(facts.clock) > sameTime],
    ['small', Math.min(facts.width, facts.height) < narrow],
    ['stream', !facts.stream],
    ['full', facts.room !== null && facts.room < room],
    ['untried', !facts.practised],
  ];
  return found.flatMap(([fault, holds]) => (holds ? [fault] : []));
}
