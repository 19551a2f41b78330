import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareMarks,
  fitsKeys,
  hasHalves,
  indexOfMark,
  levelOf,
  markAt,
  markScale,
  toggleHalf,
  wholeMarks,
} from './mark-scale.ts';

const halves = markScale({ max: '20', step: '0.5' });
const wholes = markScale({ max: '15', step: '1' });

/** Any range with up to three decimals, built from whole thousandths so that the expected marks are known exactly. */
const anyRange = fc
  .record({
    min: fc.integer({ min: 0, max: 50_000 }),
    step: fc.integer({ min: 1, max: 5_000 }),
    count: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ min, step, count }) => ({ min, step, count, max: min + step * count }));

const thousandths = (value: number) =>
  `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}`.replace(/\.?0+$/, '');

describe('markScale', () => {
  test('20 by halves → 41 marks, the highest 20, the one before 19.5', () => {
    expect([halves.last, markAt(halves, 40), markAt(halves, 39), markAt(halves, 0)]).toEqual([
      40,
      '20',
      '19.5',
      '0',
    ]);
  });

  test('a maximum that is no multiple of the step → ends at the last step below it', () => {
    const scale = markScale({ max: '10', step: '3' });
    expect(markAt(scale, scale.last)).toBe('9');
  });

  test('step 0, max below min, no decimal → RangeError', () => {
    expect(() => markScale({ max: '10', step: '0' })).toThrow(RangeError);
    expect(() => markScale({ min: '60', max: '10', step: '1' })).toThrow(RangeError);
    expect(() => markScale({ max: '1e2', step: '1' })).toThrow(RangeError);
  });

  test('an index outside the scale → RangeError', () => {
    expect(() => markAt(halves, 41)).toThrow(RangeError);
    expect(() => markAt(halves, 0.5)).toThrow(RangeError);
  });

  test('any range → mark and index lead back to each other, and the string is exact', () => {
    fc.assert(
      fc.property(anyRange, fc.nat(), (range, seed) => {
        const scale = markScale({
          min: thousandths(range.min),
          max: thousandths(range.max),
          step: thousandths(range.step),
        });
        const index = seed % (range.count + 1);
        const mark = markAt(scale, index);
        expect(mark).toBe(thousandths(range.min + index * range.step));
        expect(indexOfMark(scale, mark)).toBe(index);
      }),
    );
  });
});

describe('indexOfMark', () => {
  test('trailing zeros → the same mark', () => {
    expect(indexOfMark(halves, '18.5')).toBe(37);
    expect(indexOfMark(halves, '18.0')).toBe(36);
  });

  test('between two steps, above the maximum, too fine, no number → null', () => {
    expect(['18.2', '20.5', '18.25', '', '-1', '1e1'].map((mark) => indexOfMark(halves, mark))).toEqual(
      Array(6).fill(null),
    );
  });
});

describe('keys', () => {
  test('20 by halves → 21 whole keys, highest first, and a key for the half', () => {
    expect([wholeMarks(halves).length, wholeMarks(halves)[0], wholeMarks(halves)[20]]).toEqual([
      21,
      '20',
      '0',
    ]);
    expect([fitsKeys(halves), hasHalves(halves)]).toEqual([true, true]);
  });

  test('15 by wholes → 16 keys, no half', () => {
    expect([wholeMarks(wholes).length, fitsKeys(wholes), hasHalves(wholes)]).toEqual([16, true, false]);
  });

  test('30, a step of 0.1, a lowest mark of 0.5 → typed', () => {
    const typed = [
      { max: '30', step: '1' },
      { max: '10', step: '0.1' },
      { min: '0.5', max: '9.5', step: '1' },
    ];
    expect(typed.map((range) => fitsKeys(markScale(range)))).toEqual([false, false, false]);
  });

  test('any range that fits keys → every mark is a whole key, or one with its half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.constantFrom('0.5', '1', '2'), (max, step) => {
        const scale = markScale({ max: String(max), step });
        fc.pre(fitsKeys(scale));
        const reachable = new Set(wholeMarks(scale));
        if (hasHalves(scale)) {
          for (const mark of wholeMarks(scale)) reachable.add(toggleHalf(scale, mark) ?? mark);
        }
        const all = Array.from({ length: scale.last + 1 }, (_, index) => markAt(scale, index));
        expect([...reachable].sort()).toEqual(all.sort());
      }),
    );
  });
});

describe('toggleHalf', () => {
  test('18 → 18.5 → 18; 20 of 20 → null', () => {
    expect([toggleHalf(halves, '18'), toggleHalf(halves, '18.5'), toggleHalf(halves, '20')]).toEqual([
      '18.5',
      '18',
      null,
    ]);
  });
});

describe('levels', () => {
  const levels = [{ from: '18' }, { from: '15' }, { from: '12' }];

  test('18, 17.5, 11.5 → first, second, below them all', () => {
    expect(['18', '17.5', '11.5'].map((mark) => levelOf(mark, levels))).toEqual([0, 1, -1]);
  });

  test('9.5 and 10 → compared as numbers, not as text', () => {
    expect(compareMarks('9.5', '10') < 0).toBe(true);
  });
});
