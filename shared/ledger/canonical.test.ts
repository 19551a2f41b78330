import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import type { JsonValue } from './canonical.ts';
import { sha256 } from './sha256-for-tests.ts';

/** The double with these IEEE 754 bits. */
function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

describe('canonicalJson', () => {
  // RFC 8785, appendix B.
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the double %s → %s', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  test('infinite or not a number → error', () => {
    for (const bits of ['7ff0000000000000', 'fff0000000000000', '7fffffffffffffff']) {
      expect(() => canonicalJson([double(bits)])).toThrow(TypeError);
    }
  });

  // RFC 8785, section 3.2.3.
  test('member names → in the order of their UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
        '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  // RFC 8785, section 3.2.2.
  test('the sample of the standard → its canonical form', () => {
    const text = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(text))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('half of a surrogate pair, in a text or a name → error', () => {
    for (const half of ['\ud83d', '\ude00', 'a\ud83db', '\ude00\ud83d']) {
      expect(() => canonicalJson(half)).toThrow(TypeError);
      expect(() => canonicalJson({ [half]: 1 })).toThrow(TypeError);
    }
  });

  test('any value → text that reads back as the value and does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (json) => {
        const text = canonicalJson(json as JsonValue);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
        expect(canonicalJson(reversed(json))).toBe(text);
      }),
    );
  });
});

function reversed(json: unknown): JsonValue {
  if (Array.isArray(json)) return json.map(reversed);
  if (json === null || typeof json !== 'object') return json as JsonValue;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

type Case = { name: string; input: string; output: string; output_sha256: string };

// The test data of github.com/cyberphone/json-canonicalization is read where it lies and never carried along.
const folder = process.env['REAL_DATA'];
if (folder === undefined) process.stdout.write('REAL_DATA not set: reference vectors of RFC 8785 left out\n');
else {
  const { cases } = JSON.parse(readFileSync(join(folder, 'jcs-rfc8785.json'), 'utf8')) as { cases: Case[] };
  test.each(cases)('reference vector $name → its bytes', ({ input, output, output_sha256 }) => {
    const text = canonicalJson(JSON.parse(input));
    expect(text).toBe(output);
    expect(sha256(text)).toBe(output_sha256);
  });
}
