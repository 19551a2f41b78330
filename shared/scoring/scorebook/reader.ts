import { parseExactDecimal, parseRatio } from '../numbers/decimal.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare, ZERO } from '../numbers/rational.ts';
import type { Fault, FaultCode, FaultValues } from './faults.ts';
import { makeFault } from './faults.ts';
import { childPath } from './path.ts';

export type JsonObject = Readonly<Record<string, unknown>>;
/** The properties of an object and whether each must be there. */
export type Shape = Readonly<Record<string, 'required' | 'optional'>>;

/** Collects every fault of a file. Each `read…` reports what is wrong and answers null, or the value. */
export class Reader {
  readonly faults: Fault[] = [];

  report(path: string, code: FaultCode, values?: FaultValues): null {
    this.faults.push(makeFault(path, code, values));
    return null;
  }

  object(value: unknown, path: string): JsonObject | null {
    if (isObject(value)) return value;
    return this.report(path, 'not_object');
  }

  /** An object with the properties of the shape and no other. */
  record(value: unknown, path: string, shape: Shape): JsonObject | null {
    const object = this.object(value, path);
    if (object === null) return null;
    for (const key of Object.keys(object))
      if (!owns(shape, key)) this.report(childPath(path, key), 'unknown_property');
    for (const key in shape)
      if (shape[key] === 'required' && !owns(object, key)) this.report(childPath(path, key), 'missing');
    return object;
  }

  /** Reads each item of a list; items that are null after reading are left out. Absent lists are empty. */
  list<T>(value: unknown, path: string, read: (item: unknown, path: string, index: number) => T | null): T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.report(path, 'not_list');
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      const result = read(item, childPath(path, index), index);
      return result === null ? [] : [result];
    });
  }

  /** Reports a list without an item, which would leave nothing to compute with. */
  notEmpty(value: unknown, path: string): void {
    if (Array.isArray(value) && value.length === 0) this.report(path, 'empty_list');
  }

  /** A list of objects with an `id` each, none twice, by id. `read` sees each object once its id is known. */
  byId<T>(
    value: unknown,
    path: string,
    shape: Shape,
    read: (item: JsonObject, path: string) => T,
  ): Map<string, T> {
    const found = new Map<string, T>();
    const first = new Map<string, string>();
    this.list(value, path, (item, here) => {
      const object = this.record(item, here, shape);
      if (object === null) return null;
      const result = read(object, here);
      const id = this.text(object.id, childPath(here, 'id'));
      if (id === null) return null;
      const earlier = first.get(id);
      if (earlier !== undefined) return this.report(childPath(here, 'id'), 'duplicate', { first: earlier });
      first.set(id, here);
      found.set(id, result);
      return null;
    });
    return found;
  }

  text(value: unknown, path: string): string | null {
    if (value === undefined) return null;
    return typeof value === 'string' && value !== '' ? value : this.report(path, 'not_text');
  }

  integer(value: unknown, path: string, min: number, max = Number.MAX_SAFE_INTEGER): number | null {
    if (value === undefined) return null;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min)
      return this.report(path, 'not_integer', { min: String(min) });
    return value > max ? this.report(path, 'too_great', { max: String(max) }) : value;
  }

  oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T | null {
    if (value === undefined) return null;
    return (
      allowed.find((word) => word === value) ??
      this.report(path, 'not_one_of', { allowed: allowed.join('、') })
    );
  }

  decimal(value: unknown, path: string): Rational | null {
    if (value === undefined) return null;
    const number = typeof value === 'string' ? parseExactDecimal(value) : null;
    return number ?? this.report(path, 'not_decimal');
  }

  /** A weight or factor: decimal or `n/d`, positive, or at least 0 where `zero` is allowed. */
  ratio(value: unknown, path: string, zero: 'zero' | 'positive'): Rational | null {
    if (value === undefined) return null;
    const number = typeof value === 'string' ? parseRatio(value) : null;
    if (number === null) return this.report(path, 'not_ratio');
    const sign = compare(number, ZERO);
    if (zero === 'zero') return sign < 0 ? this.report(path, 'negative') : number;
    return sign <= 0 ? this.report(path, 'not_positive') : number;
  }
}

/** An own property; `Object.hasOwn` is missing in Chromium before 93. */
export function owns(object: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
