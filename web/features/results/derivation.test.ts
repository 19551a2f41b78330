import { expect, test } from 'vitest';
import type { ResultEntry } from '../../../shared/contract/results.ts';
import { parseScorebook, rankScorebook } from '../../../shared/scoring/index.ts';
import { addedMarks, derivationOf, plottedMarks } from './derivation.ts';

/** Five judges give 80, 90, 90, 85 and 70; one 70 and one 90 are dropped. */
function entry(): ResultEntry {
  const totals = ['80', '90', '90', '85', '70'];
  const parsed = parseScorebook({
    format: 'scorebook/1',
    criteria: [{ id: 'all', max: '100' }],
    judges: totals.map((_, index) => ({ id: `j${index}` })),
    entries: [{ id: 'p' }],
    sheets: totals.map((mark, index) => ({ judge: `j${index}`, entry: 'p', marks: { all: mark } })),
    rules: {
      unit: 'sheet',
      combine: 'mean',
      trim: { high: 1, low: 1, min_valid: 5 },
      round: [{ at: 'mean', dp: 2, mode: 'half_up' }],
    },
  });
  if (!parsed.ok) throw new Error('not a scorebook');
  const steps = rankScorebook(parsed.scorebook, () => '').entries[0]?.steps ?? [];
  return { steps: [...steps] } as unknown as ResultEntry; // The derivation looks at nothing else.
}

test('what is added stands in order, without the two that were dropped', () => {
  expect(addedMarks(derivationOf(entry()))).toBe('80 + 85 + 90');
});

test('the drawing has every mark and crosses out one highest and one lowest', () => {
  const plotted = plottedMarks(derivationOf(entry()));
  expect(plotted.map(({ mark }) => mark)).toEqual(['80', '90', '90', '85', '70']);
  expect(
    plotted
      .filter(({ dropped }) => dropped)
      .map(({ mark }) => mark)
      .sort(),
  ).toEqual(['70', '90']);
});

test('the steps of one panel are told whole', () => {
  const { combine, round, isWhole } = derivationOf(entry());
  expect([combine?.sum, combine?.divisor, round?.to, isWhole]).toEqual(['255', 3, '85', true]);
});
