/**
 * What the library of ES2022 and ES2023 has and Chromium 86, Safari 14 or Firefox 78 lack, as far as arrays, strings
 * and Object.hasOwn go. Imported first by the entry; a method the browser has is left alone.
 */

/** An index as those methods read it: whole, negative from the end. */
function fromEnd(index: number, length: number): number {
  const whole = Math.trunc(index) || 0;
  return whole < 0 ? length + whole : whole;
}

type Test = (value: unknown, index: number, array: readonly unknown[]) => unknown;

/** Methods of Array.prototype. */
export const arrayMethods = {
  at(this: readonly unknown[], index: number): unknown {
    return this[fromEnd(index, this.length)];
  },
  findLastIndex(this: readonly unknown[], test: Test, thisArg?: unknown): number {
    let index = this.length - 1;
    while (index >= 0 && !test.call(thisArg, this[index], index, this)) index -= 1;
    return index;
  },
  findLast(this: readonly unknown[], test: Test, thisArg?: unknown): unknown {
    return this[arrayMethods.findLastIndex.call(this, test, thisArg)];
  },
  toReversed(this: readonly unknown[]): unknown[] {
    return this.slice().reverse();
  },
  toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number): unknown[] {
    return this.slice().sort(compare);
  },
  with(this: readonly unknown[], index: number, value: unknown): unknown[] {
    const at = fromEnd(index, this.length);
    if (at < 0 || at >= this.length) throw new RangeError(`Invalid index: ${index}`);
    const copy = this.slice();
    copy[at] = value;
    return copy;
  },
};

/** Methods of String.prototype. */
export const stringMethods = {
  at(this: string, index: number): string | undefined {
    return this[fromEnd(index, this.length)];
  },
};

/** Functions of Object. */
export const objectFunctions = {
  hasOwn: (object: object, key: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(object, key),
};

function add(target: object, methods: object): void {
  for (const [name, value] of Object.entries(methods)) {
    if (name in target) continue;
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

add(Array.prototype, arrayMethods);
add(String.prototype, stringMethods);
add(Object, objectFunctions);
