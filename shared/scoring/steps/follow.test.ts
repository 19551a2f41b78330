import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../result.ts';
import type { ScorebookFile } from '../scorebook/types.ts';
import { secondResult } from '../second/calculator.ts';
import { Fraction } from '../second/fraction.ts';
import { randomScorebook } from '../second/random-scorebook.ts';
import { rounder } from '../second/rounding.ts';
import { checked } from '../testing/fixtures.ts';
import type { Step, StepPlace } from './types.ts';

const f = (text: string) => Fraction.of(text);
const sum = (values: readonly string[]) => Fraction.total(values.map(f));
const samePlace = (a: StepPlace, b: StepPlace) => a.stage === b.stage && a.criterion === b.criterion;

/**
 * Follows a derivation as somebody with paper would, every number of a step from those before it, by the second
 * calculator's arithmetic.
 * @returns the value at the end; null where the steps end without one
 */
function follow(book: ScorebookFile, steps: readonly Step[]): Fraction | null {
  const party = new Map(book.judges.map(({ id, party: from }) => [id, from]));
  let last: Fraction | null = null;
  const state = (said: string, found: Fraction, what: Step): Fraction => {
    expect([what.step, said]).toEqual([what.step, found.text()]);
    return found;
  };
  steps.forEach((step, index) => {
    const before = steps.slice(0, index);
    switch (step.step) {
      case 'combine': {
        const values = before.findLast((one) => one.step === 'values' && samePlace(one, step));
        const trims = before.filter((one) => one.step === 'trim' && samePlace(one, step) && one.applied);
        const dropped = new Set(
          trims
            .flatMap((one) => (one.step === 'trim' ? [...one.high, ...one.low] : []))
            .map(({ judge }) => judge),
        );
        const kept = (values?.step === 'values' ? values.values : [])
          .filter(({ judge }) => !dropped.has(judge))
          .filter(({ judge }) => step.party === undefined || party.get(judge) === step.party)
          .map(({ value }) => value)
          .sort((a, b) => f(a).against(f(b)));
        const skip = step.by === 'median' ? (kept.length - step.divisor) / 2 : 0;
        const summed = kept.slice(skip, kept.length - skip);
        state(step.sum, sum(summed), step);
        if (step.by === 'mean') expect(step.divisor).toBe(kept.length);
        last = state(step.value, f(step.sum).over(f(String(step.divisor))), step);
        break;
      }
      case 'parties': {
        const weighted = step.parts.map(({ weight, value }) => f(weight).times(f(value)));
        const weights = sum(step.parts.map(({ weight }) => weight));
        last = state(step.value, Fraction.total(weighted).over(weights), step);
        break;
      }
      case 'round':
        expect(step.from).toBe(last?.text());
        last = state(step.to, rounder([step])(f(step.from), step.at), step);
        break;
      case 'multiply':
        last = state(step.value, f(step.from).times(f(step.times)), step);
        break;
      case 'sum':
        last = state(step.value, sum(step.parts.map(({ value }) => value)), step);
        break;
      case 'votes':
        last = step.value === null ? null : f(step.value);
        break;
      case 'adjust':
        last = state(step.value, (last ?? f('0')).plus(f(step.points)), step);
        break;
      case 'quorum':
        last = null;
        break;
      default: // values, trim and tie change no number
    }
  });
  return last;
}

test('1,000 random rules and tables → every step follows from those before, to the independent score', () => {
  fc.assert(
    fc.property(randomScorebook, (book) => {
      const scores = new Map(secondResult(book).map(({ id, score }) => [id, score]));
      for (const { id, score, steps } of rankScorebook(checked(book), sha256).entries) {
        expect(score).toBe(scores.get(id) ?? null);
        if (score !== null) expect(follow(book, steps)?.text()).toBe(score);
      }
    }),
    { numRuns: 1000 },
  );
}, 300_000);
