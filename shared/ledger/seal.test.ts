import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendEntry } from './entry.ts';
import { sealAct } from './seal-act.ts';
import { openingFault, sealValue } from './seal.ts';
import { sha256 } from './sha256-for-tests.ts';

const salt = 'b3c1f2a49d5e60718293a4b5c6d7e8f9';
const marks = { need: '18.5', plan: '25' };

/** A submitted sheet in a ledger of one entry, with its openings. */
function submitted() {
  let salts = 0;
  const { draft, openings } = sealAct(
    {
      at: 1_760_000_000_000,
      actor: 'judge:j01',
      action: 'sheet_submitted',
      subject: 'sheet:s1',
      data: { judge: 'j01', entry: 'p1', revision: 1, criteria: 2, operation: 'op-1' },
      sealed: { marks, comment: null },
    },
    () => (salts++).toString(16).padStart(32, '0'),
    sha256,
  );
  const entry = appendEntry(null, draft, sha256);
  return { entry, openings: openings.map((opening) => ({ seq: entry.seq, ...opening })) };
}

describe('sealValue', () => {
  test('a value and a salt → SHA-256 of their canonical form', () => {
    expect(sealValue(marks, salt, sha256)).toBe(
      sha256(`{"salt":"${salt}","value":{"need":"18.5","plan":"25"}}`),
    );
  });

  test('a salt that is not 128 bits in lower-case hex → error', () => {
    for (const bad of ['', salt.slice(1), `${salt}0`, salt.toUpperCase(), `${salt.slice(1)}g`]) {
      expect(() => sealValue(marks, bad, sha256)).toThrow(RangeError);
    }
  });

  test('equal values under different salts → different seals', () => {
    const salts = fc.stringMatching(/^[0-9a-f]{32}$/);
    fc.assert(
      fc.property(salts, salts, (one, other) => {
        fc.pre(one !== other);
        expect(sealValue(marks, one, sha256)).not.toBe(sealValue(marks, other, sha256));
      }),
    );
  });
});

describe('sealAct', () => {
  test('an act → every sealed field as a seal, nothing of its value in the entry', () => {
    const { entry, openings } = submitted();
    expect(Object.keys(entry.sealed)).toEqual(['marks', 'comment']);
    expect(JSON.stringify(entry)).not.toContain('18.5');
    expect(openings.map(({ field, value }) => ({ field, value }))).toEqual([
      { field: 'marks', value: marks },
      { field: 'comment', value: null },
    ]);
  });

  test('its fields → each under a salt of its own', () => {
    const { openings } = submitted();
    expect(new Set(openings.map((opening) => opening.salt)).size).toBe(2);
  });
});

describe('openingFault', () => {
  test('what was sealed → none', () => {
    const { entry, openings } = submitted();
    expect(openings.map((opening) => openingFault(opening, [entry], sha256))).toEqual([null, null]);
  });

  test('another value, salt, field or entry → which of them', () => {
    const { entry, openings } = submitted();
    const opening = openings[0];
    if (opening === undefined) throw new Error('the sheet has marks');
    const fault = (change: object) => openingFault({ ...opening, ...change }, [entry], sha256);
    expect(fault({ value: { ...marks, need: '19.5' } })).toBe('value');
    expect(fault({ salt })).toBe('value');
    expect(fault({ field: 'comment' })).toBe('value');
    expect(fault({ field: 'reason' })).toBe('field');
    expect(fault({ field: 'toString' })).toBe('field');
    expect(fault({ seq: 2 })).toBe('entry');
  });
});
