import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOfMark, markScale } from '../../../ui/score/mark-scale.ts';
import { standardLevels } from './standard-levels.ts';

test('20 by wholes → the four words of the template', () => {
  expect(
    standardLevels({ min: '0', max: '20', step: '1' }).map(({ word, from, to }) => `${word} ${from}–${to}`),
  ).toEqual(['优 18–20', '良 15–17', '中 12–14', '差 0–11']);
});

test('two marks, or a range that is none → no words', () => {
  expect(standardLevels({ min: '0', max: '1', step: '1' })).toEqual([]);
  expect(standardLevels({ min: '0', max: '10', step: '0' })).toEqual([]);
  expect(standardLevels({ min: '20', max: '10', step: '1' })).toEqual([]);
});

test('any range → from the highest mark to the lowest without a hole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 3, max: 200 }),
      fc.constantFrom('0.5', '1', '2'),
      (min, width, step) => {
        const range = { min: String(min), max: String(min + width), step };
        const scale = markScale(range);
        const levels = standardLevels(range);
        fc.pre(levels.length > 0);
        const at = (mark: string) => indexOfMark(scale, mark) ?? Number.NaN;
        expect([at(levels[0]?.to ?? ''), at(levels[3]?.from ?? '')]).toEqual([scale.last, 0]);
        for (let i = 1; i < levels.length; i += 1)
          expect(at(levels[i - 1]?.from ?? '') - at(levels[i]?.to ?? '')).toBe(1);
      },
    ),
  );
});
