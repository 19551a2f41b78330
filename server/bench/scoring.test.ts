import { expect, test } from 'vitest';
import { benchScoring } from './scoring.ts';

test('the bench of scoring → a ratio, the memory and the certainty, each in one line', async () => {
  const lines: string[] = [];
  await benchScoring((line) => lines.push(line));
  expect(lines[0]).toMatch(
    /^scoring 10,000 × 15 × 8: totals and ranks [\d.]+ times .*, \d+ MB for the table$/,
  );
  expect(lines[1]).toMatch(
    /^certainty of the line, 34 × 15: \d+ ms of CPU the first time, \d+ ms once warm$/,
  );
}, 120_000);
