import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrayMethods, objectFunctions, stringMethods } from './polyfills.ts';

const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 8 });
const index = fc.integer({ min: -10, max: 10 });
const isEven = (value: unknown) => Number(value) % 2 === 0;

/** The value or the kind of error, so that both sides can be compared. */
function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
}

describe('polyfills against the methods of this engine', () => {
  test('any array and index → at and with agree, and leave the array alone', () => {
    fc.assert(
      fc.property(numbers, index, (array, i) => {
        const before = array.slice();
        expect(arrayMethods.at.call(array, i)).toBe(array.at(i));
        expect(outcome(() => arrayMethods.with.call(array, i, 9))).toEqual(outcome(() => array.with(i, 9)));
        expect(array).toEqual(before);
      }),
    );
  });

  test('any array → findLast, findLastIndex, toReversed, toSorted agree, and leave the array alone', () => {
    const ascending = (a: unknown, b: unknown) => Number(a) - Number(b);
    fc.assert(
      fc.property(numbers, (array) => {
        const before = array.slice();
        expect(arrayMethods.findLast.call(array, isEven)).toBe(array.findLast(isEven));
        expect(arrayMethods.findLastIndex.call(array, isEven)).toBe(array.findLastIndex(isEven));
        expect(arrayMethods.toReversed.call(array)).toEqual(array.toReversed());
        expect(arrayMethods.toSorted.call(array, ascending)).toEqual(array.toSorted(ascending));
        expect(array).toEqual(before);
      }),
    );
  });

  test('any text and index → at agrees', () => {
    fc.assert(
      fc.property(fc.string(), index, (text, i) => {
        expect(stringMethods.at.call(text, i)).toBe(text.at(i));
      }),
    );
  });

  test('own and inherited keys → hasOwn tells them apart', () => {
    const object = Object.create({ inherited: 1 }) as object;
    Object.assign(object, { own: 1 });
    expect(['own', 'inherited'].map((key) => objectFunctions.hasOwn(object, key))).toEqual([true, false]);
  });
});
