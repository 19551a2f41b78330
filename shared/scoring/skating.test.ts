import { expect, test } from 'vitest';
import { sha256 } from '../ledger/sha256-for-tests.ts';
import { exact } from './numbers/decimal.ts';
import { compare } from './numbers/rational.ts';
import { rankScorebook } from './result.ts';
import { ranking } from './testing/brief.ts';
import { checked, fixture } from './testing/fixtures.ts';
import type { Performance } from './testing/skating.ts';
import { skatingBook } from './testing/skating.ts';

const { performance } = fixture<{ performance: Performance }>('scoring/skating-performance.json');

test('one real performance → the official component score, and every official mean in its derivation', () => {
  const [entry] = rankScorebook(checked(skatingBook(performance)), sha256).entries;
  expect(compare(exact(entry?.score ?? ''), exact(performance.official_components))).toBe(0);
  for (const { criterion, official_mean } of performance.components) {
    const mean = entry?.steps.find(
      (step) => step.step === 'round' && step.at === 'mean' && step.criterion === criterion,
    );
    expect(mean?.step === 'round' && compare(exact(mean.to), exact(official_mean)), criterion).toBe(0);
  }
});

test('a judge whose marks are 0.0 → absent, the mean is over the others', () => {
  // Published example of a missing judge: 7.5 8.0 7.25 7.25 7.5 - 8.25 7.0 7.5 is 7.50, not 7.43.
  const marks = ['7.5', '8.0', '7.25', '7.25', '7.5', '0.0', '8.25', '7.0', '7.5'];
  const components = [{ criterion: 'skills', factor: '1.0', marks, official_mean: '7.50' }];
  const book = skatingBook({ id: 'p', official_components: '7.50', components });
  expect(ranking(book)).toEqual([['p', 1, '7.5']]);
});
