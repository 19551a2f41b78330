import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisAround, placeOn } from './axis.ts';

const hundred = { from: 0, to: 100 };

describe('axisAround', () => {
  test('marks from 84 to 93 → ticks every 2 from 82 to 94', () => {
    expect(axisAround([84, 88, 93], hundred)).toEqual({
      from: 82,
      to: 94,
      ticks: [82, 84, 86, 88, 90, 92, 94],
    });
  });

  test('marks close to the full mark → the axis ends at the full mark', () => {
    expect(axisAround([97, 100], hundred).to).toBe(100);
  });

  test('totals from 76 to 88 of 100 → runs on to 100 instead of ending at 95', () => {
    expect(axisAround([76, 88], hundred)).toEqual({
      from: 70,
      to: 100,
      ticks: [70, 75, 80, 85, 90, 95, 100],
    });
  });

  test('one value alone → still an axis with room on both sides', () => {
    const axis = axisAround([80], hundred);
    expect([axis.from < 80, axis.to > 80]).toEqual([true, true]);
  });

  test('any marks within the ends → all lie on the axis, ticks ascend and stay within the ends', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 30 }), (halves) => {
        const values = halves.map((half) => half / 2);
        const axis = axisAround(values, hundred);
        const inside = values.every((value) => value >= axis.from && value <= axis.to);
        const ascending = axis.ticks.every((tick, i) => i === 0 || tick > (axis.ticks[i - 1] ?? tick));
        const bounded = axis.ticks.every((tick) => tick >= 0 && tick <= 100);
        expect([inside, ascending, bounded, axis.ticks.length <= 12]).toEqual([true, true, true, true]);
      }),
    );
  });
});

describe('placeOn', () => {
  test('ends and middle of the axis → ends and middle of the line', () => {
    const place = placeOn({ from: 70, to: 100, ticks: [] }, 40, 840);
    expect([place(70), place(85), place(100)]).toEqual([40, 440, 840]);
  });

  test('an axis without width → the middle of the line', () => {
    expect(placeOn({ from: 5, to: 5, ticks: [] }, 0, 10)(5)).toBe(5);
  });
});
