import { describe, expect, it } from 'vitest';
import { betterOffset } from './server-clock.ts';

describe('betterOffset', () => {
  it('first sample → taken', () => {
    expect(betterOffset(null, 1000)).toBe(1000);
  });

  it('sample that travelled more slowly → the known one stays', () => {
    expect(betterOffset(1000, 700)).toBe(1000);
  });

  it('sample that travelled faster → taken', () => {
    expect(betterOffset(1000, 1040)).toBe(1040);
  });

  it('server clock set back by a minute → taken', () => {
    expect(betterOffset(1000, -59_000)).toBe(-59_000);
  });
});
