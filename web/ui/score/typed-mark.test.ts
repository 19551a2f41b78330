import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markAt, markScale } from './mark-scale.ts';
import { appendKey, readTyped, typeDigit } from './typed-mark.ts';

const twenty = markScale({ max: '20', step: '0.5' });
const hundred = markScale({ max: '100', step: '0.5' });

describe('typeDigit', () => {
  test('1 then 8 of 20 → 18, settled only after the second digit', () => {
    const first = typeDigit(twenty, '', '1');
    expect(first).toEqual({ typed: '1', mark: '1', settled: false });
    expect(typeDigit(twenty, first.typed, '8')).toEqual({ typed: '18', mark: '18', settled: true });
  });

  test('3 of 20 → settled at once', () => {
    expect(typeDigit(twenty, '', '3')).toEqual({ typed: '3', mark: '3', settled: true });
  });

  test('2 then 5 of 20 → 25 is no mark, so 5', () => {
    expect(typeDigit(twenty, '2', '5').mark).toBe('5');
  });

  test('a digit that begins no mark → none', () => {
    expect(typeDigit(markScale({ min: '1', max: '5', step: '1' }), '', '9').mark).toBe(null);
  });
});

describe('readTyped', () => {
  test('of 100 by halves: 85 and 85.0 → the mark 85; 85. → unfinished', () => {
    expect(['85', '85.0', '85.'].map((text) => readTyped(hundred, text))).toEqual([
      { kind: 'mark', mark: '85' },
      { kind: 'mark', mark: '85' },
      { kind: 'unfinished' },
    ]);
  });

  test('105 → above; 85.3 and 85.55 → off the scale', () => {
    expect(['105', '85.3', '85.55'].map((text) => readTyped(hundred, text))).toEqual([
      { kind: 'refused', reason: 'above' },
      { kind: 'refused', reason: 'off-scale' },
      { kind: 'refused', reason: 'off-scale' },
    ]);
  });

  test('a point where marks are whole → off the scale', () => {
    expect(readTyped(markScale({ max: '30', step: '1' }), '8.')).toEqual({
      kind: 'refused',
      reason: 'off-scale',
    });
  });

  test('marks from 60: 7 is the beginning of one, 5 is not', () => {
    const scale = markScale({ min: '60', max: '100', step: '1' });
    expect([readTyped(scale, '7').kind, readTyped(scale, '5').kind]).toEqual(['unfinished', 'refused']);
  });

  test('any mark typed key by key → never refused on the way, and read as itself at the end', () => {
    fc.assert(
      fc.property(fc.constantFrom('0.5', '0.1', '1', '5'), fc.nat(), (step, seed) => {
        const scale = markScale({ max: '100', step });
        const mark = markAt(scale, seed % (scale.last + 1));
        let text = '';
        for (const key of mark) {
          text = appendKey(text, key);
          expect(readTyped(scale, text).kind).not.toBe('refused');
        }
        expect(readTyped(scale, text)).toEqual({ kind: 'mark', mark });
      }),
    );
  });
});

describe('appendKey', () => {
  test('a digit after 0 → replaces it; a point first → 0.', () => {
    expect([appendKey('0', '7'), appendKey('', '.'), appendKey('8', '5')]).toEqual(['7', '0.', '85']);
  });
});
