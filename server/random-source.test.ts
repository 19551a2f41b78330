import { expect, test } from 'vitest';
import { randomSource } from './random-source.ts';

test('a thousand draws of 16 bytes → all of that length, no two alike', () => {
  const random = randomSource();
  const draws = Array.from({ length: 1000 }, () => random(16));
  expect(draws.every((draw) => draw.length === 16)).toBe(true);
  expect(new Set(draws.map((draw) => Buffer.from(draw).toString('hex'))).size).toBe(1000);
});

test('what was handed out → stays as it was when more is drawn', () => {
  const random = randomSource();
  const first = random(32);
  const copy = Uint8Array.from(first);
  for (let i = 0; i < 1000; i += 1) random(100);
  expect(first).toEqual(copy);
});

test('more than a pool → as many bytes as asked', () => {
  expect(randomSource()(10_000)).toHaveLength(10_000);
});
