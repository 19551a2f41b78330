import { describe, expect, it } from 'vitest';
import { codeMatches } from './code.ts';

// printf '%s' 'a1b2:0417' | sha256sum
const entry = {
  judge: 'j1',
  name: '实务专家甲',
  seat: 3,
  salt: 'a1b2',
  verifier: '8756aa8bc6898e4811885bf666353e4f98f99f79d2956693abf6360c05242179',
  recused: [],
};

describe('codeMatches', () => {
  it('the judge’s code → true', () => {
    expect(codeMatches(entry, '0417')).toBe(true);
  });

  it('another code, or the same digits without the zero → false', () => {
    expect(codeMatches(entry, '0418')).toBe(false);
    expect(codeMatches(entry, '417')).toBe(false);
  });
});
