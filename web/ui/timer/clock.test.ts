import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesAndSeconds, timerStage } from './clock.ts';

describe('minutesAndSeconds', () => {
  test('five minutes at the start → 05:00, and still 05:00 within the first second', () => {
    expect([minutesAndSeconds(300_000), minutesAndSeconds(299_001)]).toEqual(['05:00', '05:00']);
  });

  test('the end → 00:00 only when nothing is left', () => {
    expect([minutesAndSeconds(1), minutesAndSeconds(0), minutesAndSeconds(-999)]).toEqual([
      '00:01',
      '00:00',
      '00:00',
    ]);
  });

  test('twelve seconds too long → counts up with a plus', () => {
    expect(minutesAndSeconds(-12_300)).toBe('+00:12');
  });

  test('any whole number of seconds left → reads back as that number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (seconds) => {
        const [minutes, rest] = minutesAndSeconds(seconds * 1000)
          .split(':')
          .map(Number);
        expect((minutes ?? 0) * 60 + (rest ?? 0)).toBe(seconds);
      }),
    );
  });
});

describe('timerStage', () => {
  test('around 30 s and 0 s → running, ending, ending, over', () => {
    expect([30_001, 30_000, 1, 0].map(timerStage)).toEqual(['running', 'ending', 'ending', 'over']);
  });
});
