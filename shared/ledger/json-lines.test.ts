import fc from 'fast-check';
import Type from 'typebox';
import { expect, test } from 'vitest';
import type { JsonValue } from './canonical.ts';
import { jsonLines, parseJsonLines } from './json-lines.ts';

const shape = Type.Object({ a: Type.Integer() }, { additionalProperties: false });

test('values written as lines → the same values read back', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ stringUnit: 'binary' }), { maxLength: 5 }), (values) => {
      const plain: JsonValue[] = JSON.parse(JSON.stringify(values));
      expect(parseJsonLines(jsonLines(plain), Type.Unknown())).toEqual({ values: plain, badLine: null });
    }),
  );
});

test('an empty text → no values', () => {
  expect(parseJsonLines('', shape)).toEqual({ values: [], badLine: null });
});

test.each([
  ['not JSON', '{"a":1}\n{"a":\n'],
  ['another shape', '{"a":1}\n{"b":1}\n'],
  ['white space', '{"a":1}\n{"a": 1}\n'],
  ['a number written otherwise', '{"a":1}\n{"a":1.0}\n'],
  ['a member twice', '{"a":1}\n{"a":2,"a":1}\n'],
  ['an empty line', '{"a":1}\n\n'],
  ['no newline at the end', '{"a":1}\n{"a":2}'],
])('%s → the number of that line, and the values before it', (_, text) => {
  expect(parseJsonLines(text, shape)).toEqual({ values: [{ a: 1 }], badLine: 2 });
});
