import { describe, expect, test } from 'vitest';
import { appendEntry } from './entry.ts';
import type { LedgerEntry } from './entry.ts';
import { headFault, ledgerSize, parseHead } from './head.ts';
import { sha256 } from './sha256-for-tests.ts';

const draft = { at: 1, actor: 'system', action: 'a', subject: 's:1', data: {}, sealed: {} };
const first = appendEntry(null, draft, sha256);
const second = appendEntry(first, draft, sha256);
const entries: LedgerEntry[] = [first, second];

describe('parseHead', () => {
  const hash = '0123456789abcdef'.repeat(4);

  test('as printed, or as people type it → size and hash', () => {
    expect(parseHead(`1482:${hash}`)).toEqual({ size: 1482, head: hash });
    expect(parseHead(`1,482：${hash.toUpperCase()}`)).toEqual({ size: 1482, head: hash });
    expect(parseHead('12: 0123 4567-89AB CDEF')).toEqual({ size: 12, head: '0123456789abcdef' });
  });

  test('too short to prove anything, too long, or no head at all → null', () => {
    for (const text of [
      '',
      '12',
      `12:${hash}0`,
      '12:0123456789abcde',
      `:${hash}`,
      `x:${hash}`,
      `12:${'g'.repeat(64)}`,
    ]) {
      expect(parseHead(text)).toBeNull();
    }
  });
});

describe('headFault', () => {
  test('the head of the day, or of an earlier day → none', () => {
    expect(headFault(entries, ledgerSize(entries))).toBeNull();
    expect(headFault(entries, ledgerSize([first]))).toBeNull();
    expect(headFault(entries, { size: 0, head: '0'.repeat(64) })).toBeNull();
    expect(headFault(entries, { size: 2, head: second.hash.slice(0, 16) })).toBeNull();
  });

  test('entries cut off at the end → short', () => {
    expect(headFault([first], ledgerSize(entries))).toBe('short');
  });

  test('a ledger written anew → differs', () => {
    const forged = appendEntry(first, { ...draft, actor: 'officer:u1' }, sha256);
    expect(headFault([first, forged], ledgerSize(entries))).toBe('differs');
    expect(headFault([first, forged], ledgerSize([first]))).toBeNull();
  });
});
