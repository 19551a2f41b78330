import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duplicateKeys } from './duplicate-keys.ts';

const paths = (text: string): string[] => duplicateKeys(text).map(({ path }) => path);

test.each([
  ['{"a":1,"a":2}', ['a']],
  ['{"sheets":[{"marks":{"need":"1"}},{"marks":{"need":"1","need":"2"}}]}', ['sheets[1].marks.need']],
  ['{"a":{"b":1},"b":{"b":1}}', []],
  [String.raw`{"a":"b\",{[\\","\u0061":1}`, ['a']],
  ['[{"x":1},{"x":1}]', []],
  ['"a"', []],
])('%s → %j', (text, expected) => {
  expect(paths(text)).toEqual(expected);
});

test('whatever JSON.stringify writes → no key twice', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(paths(JSON.stringify(JSON.parse(text)))).toEqual([]);
    }),
  );
});
