import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelsThatFit, stackDots } from './dot-stacks.ts';

const same = (value: number) => value;

describe('stackDots', () => {
  test('three equal marks → one stack, the first at the bottom', () => {
    expect(stackDots([84, 84, 84], same, 1).map((dot) => dot.level)).toEqual([0, 1, 2]);
  });

  test('marks further apart than a dot → all on the line', () => {
    expect(stackDots([1, 5, 9], same, 3).map((dot) => dot.level)).toEqual([0, 0, 0]);
  });

  test('any marks → every dot keeps its place and no two touch', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }), (values) => {
        const placed = stackDots(values, same, 7);
        expect(placed.map((dot) => dot.x)).toEqual(values);
        const touching = placed.some((one, i) =>
          placed.some((two, j) => i < j && one.level === two.level && Math.abs(one.x - two.x) < 7),
        );
        expect(touching).toBe(false);
      }),
    );
  });
});

describe('labelsThatFit', () => {
  test('a later label too close to an earlier one → left out', () => {
    expect(labelsThatFit([100, 110, 140], 30)).toEqual([0, 2]);
  });
});
