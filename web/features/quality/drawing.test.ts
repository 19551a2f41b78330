import { describe, expect, test } from 'vitest';
import { fitText, nearest, walk } from './drawing.ts';

describe('walk', () => {
  test.each([
    ['ArrowRight', null, 0],
    ['ArrowRight', 0, 1],
    ['ArrowDown', 2, 2],
    ['ArrowLeft', 0, 0],
    ['ArrowUp', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Tab', 1, null],
  ])('%s at %s of three points → %s', (key, at, next) => {
    expect(walk(key, at, 3)).toBe(next);
  });

  test('no points → nowhere to go', () => {
    expect(walk('ArrowRight', null, 0)).toBeNull();
  });
});

test('nearest, a place near a point → that one; far from all → none', () => {
  const points = [
    { x: 0, y: 0, text: '' },
    { x: 100, y: 0, text: '' },
  ];
  expect([nearest(points, 90, 10), nearest(points, 50, 300), nearest([], 0, 0)]).toEqual([1, null, null]);
});

test('fitText, longer than its room → cut with an ellipsis; shorter → whole', () => {
  expect(fitText('邻里厨房', 60, 14)).toBe('邻里厨房');
  expect(fitText('邻里厨房·独居老人助餐', 60, 14)).toBe('邻里厨房…');
  expect(fitText('AB12', 34, 14)).toBe('AB12');
});
