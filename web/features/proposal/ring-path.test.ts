import { expect, test } from 'vitest';
import { ringPath } from './ring-path.ts';

test('the parts begin at the top and go round clockwise', () => {
  const starts = [0, 2, 4, 6].map((index) =>
    /^M([\d.]+) ([\d.]+)/.exec(ringPath(index, 8))?.slice(1).map(Number),
  );
  const [top, right, bottom, left] = starts.map((point) => point ?? [0, 0]);
  expect(top?.[0]).toBeGreaterThan(44);
  expect(top?.[1]).toBeLessThan(11);
  expect(right?.[0]).toBeGreaterThan(77);
  expect(bottom?.[1]).toBeGreaterThan(77);
  expect(left?.[0]).toBeLessThan(11);
});
