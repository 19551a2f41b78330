import { expect, test } from 'vitest';
import type { CheckedDevice, DeviceFacts } from '../../../shared/contract/hall-check.ts';
import { deviceFaults, isGrave } from './device-faults.ts';

const facts: DeviceFacts = {
  latency: 8,
  stream: true,
  storage: true,
  room: null,
  clock: 120,
  font: 100,
  width: 1024,
  height: 768,
  secure: false,
  chromium: 86,
  practised: true,
};
const device = (over: Partial<DeviceFacts> | null, lastSeenAt = 0): CheckedDevice => ({
  id: 'd',
  label: '',
  seat: 1,
  judges: [],
  lastSeenAt,
  facts: over && { ...facts, ...over },
  checkedAt: 0,
});

test('all as it should be → nothing', () => {
  expect(deviceFaults(device({}), 1000)).toEqual([]);
});

test.each([
  [{ storage: false }, ['storage']],
  [{ chromium: 70 }, ['browser']],
  [{ chromium: null }, []],
  [{ latency: 900, stream: false }, ['slow', 'stream']],
  [{ clock: -9000 }, ['clock']],
  [{ width: 360 }, ['small']],
  [{ room: 3 }, ['full']],
  [{ practised: false }, ['untried']],
] as const)('%j → %j', (over, expected) => {
  expect(deviceFaults(device(over), 1000)).toEqual(expected);
});

test('silent and never checked → both, both to be mended first', () => {
  const faults = deviceFaults(device(null), 90_000);
  expect(faults).toEqual(['unchecked', 'silent']);
  expect(faults.every(isGrave)).toBe(true);
});
