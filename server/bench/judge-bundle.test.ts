import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { judgeBudget, judgeBundle } from './judge-bundle.ts';

test('the built judge screens stay within their budget', () => {
  const bytes = judgeBundle(fileURLToPath(new URL('../../dist/web', import.meta.url)));
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(judgeBudget);
});
