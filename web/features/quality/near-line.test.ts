import { expect, test } from 'vitest';
import type { LineCertainty, LineEntry } from '../../../shared/contract/quality.ts';
import { nearLine } from './near-line.ts';

const line = (cut: number, count: number, borderline: readonly number[] = []): LineCertainty => ({
  cut,
  tiedAtLine: false,
  changes: [],
  entries: Array.from({ length: count }, (_, index): LineEntry => ({
    proposal: `p${index + 1}`,
    best: null,
    worst: null,
    kept: 0,
    standing: borderline.includes(index + 1) ? 'borderline' : index < cut ? 'firm_in' : 'firm_out',
    chance: 0,
  })),
});

test('a long list → eight on each side of the line', () => {
  const near = nearLine(line(20, 40));
  expect([near.length, near[0], near[15]]).toEqual([16, 'p13', 'p28']);
});

test('a project that hangs on one judge far from the line → shown too', () => {
  const near = nearLine(line(20, 40, [3, 35]));
  expect([near[0], near[near.length - 1]]).toEqual(['p3', 'p35']);
});

test('a short list → all of it', () => {
  expect(nearLine(line(2, 5))).toHaveLength(5);
});
