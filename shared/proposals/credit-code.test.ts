import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCodeFault, normalizeCreditCode, organizationCheckHolds } from './credit-code.ts';

const kindOf = (code: string) => creditCodeFault(code)?.kind ?? null;
const expectedOf = (code: string) => {
  const fault = creditCodeFault(code);
  return fault?.kind === 'checksum' ? fault.expected : null;
};

/** Published codes of real registers, of four kinds of organization (foundation, institution, association, public). */
const valid = [
  '53100000500019795A',
  '52110000MJ0166456X',
  '51310110501144395U',
  '52110000MJ0163191U',
  '52440300MJL186084F',
  '51440300MJL1712376',
  '12100000401359321Q',
];

describe('credit code, GB 32100-2015', () => {
  test.each(valid)('%s, published → no fault, and its inner check holds', (code) => {
    expect(kindOf(code)).toBeNull();
    expect(organizationCheckHolds(code)).toBe(true);
  });

  test.each([
    ['52110101MJ0018899X', 'T'],
    ['52110000MJ1234567A', 'T'],
    // Legal codes of the early pilots that fail their own check: kept with a reason, so never a format fault.
    ['91350100M0001TGQXM', '1'],
    ['91350211M0000XUF46', 'R'],
    ['91350203M0001FUE2P', 'J'],
  ])('%s → checksum fault that expects %s', (code, expected) => {
    expect(kindOf(code)).toBe('checksum');
    expect(expectedOf(code)).toBe(expected);
  });

  test.each([
    ['', '0 位'],
    ['5310000050001979A', '17 位'],
    ['53100000500019795AA', '19 位'],
    ['5310000O500019795A', '字母 I、O、S、V、Z'],
    ['53A00000500019795A', '第 3—8 位'],
    ['53100000５00019795A', '只能有数字和大写字母'],
    ['53100000500019795a', '只能有数字和大写字母'],
  ])('“%s” → format fault that says %s', (code, words) => {
    const fault = creditCodeFault(code);
    expect(fault?.kind).toBe('format');
    expect(fault?.message).toContain(words);
  });

  test('a wrong last sign and a wrong sign in the middle → the hint says where to look', () => {
    expect(creditCodeFault('53100000500019795B')?.message).toContain('请先核对最后一位和前 8 位');
    expect(creditCodeFault('53100000500019785A')?.message).toContain('请先核对中间几位');
  });

  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  test('any one sign replaced by another → always found', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(17), fc.constantFrom(...signs), (code, place, sign) => {
        fc.pre(code[place] !== sign);
        expect(creditCodeFault(code.slice(0, place) + sign + code.slice(place + 1))).not.toBeNull();
      }),
    );
  });

  test('two neighbours exchanged → always found', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(16), (code, place) => {
        const [a = '', b = ''] = code.slice(place, place + 2);
        fc.pre(a !== b);
        expect(creditCodeFault(code.slice(0, place) + b + a + code.slice(place + 2))).not.toBeNull();
      }),
    );
  });

  test('the sign that a checksum fault expects → is the one without fault', () => {
    const body = fc
      .tuple(
        fc.string({ unit: fc.constantFrom(...signs), minLength: 2, maxLength: 2 }),
        fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
        fc.string({ unit: fc.constantFrom(...signs), minLength: 9, maxLength: 9 }),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(body, (first17) => {
        const right = [...signs].filter((sign) => creditCodeFault(first17 + sign) === null);
        expect(right).toHaveLength(1);
        const other = right[0] === '0' ? '1' : '0';
        expect(expectedOf(first17 + other)).toBe(right[0]);
      }),
    );
  });
});

test('a code as people type it → capitals, narrow, without blanks and hyphens', () => {
  expect(normalizeCreditCode(' ５３100000-5000 19795a ')).toBe('53100000500019795A');
});
