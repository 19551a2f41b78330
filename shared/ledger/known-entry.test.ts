import { describe, expect, test } from 'vitest';
import { actions } from './actions.ts';
import type { EntryDraft } from './entry.ts';
import { appendEntry } from './entry.ts';
import { isKnownEntry, isKnownValue, lastEntry, subjectId } from './known-entry.ts';
import { sha256 } from './sha256-for-tests.ts';

const seal = '0'.repeat(64);
const called: EntryDraft = {
  at: 1,
  actor: 'officer:u06',
  action: 'defense_called',
  subject: 'proposal:p14',
  data: { session: 'am', number: 1 },
  sealed: {},
};
const known = (change: Partial<EntryDraft>) =>
  isKnownEntry(appendEntry(null, { ...called, ...change }, sha256));

describe('isKnownEntry', () => {
  test('an act as the vocabulary has it → known', () => {
    expect(known({})).toBe(true);
    expect(known({ actor: 'system' })).toBe(true);
  });

  test('an action, actor, subject, field or seal that it does not have → unknown', () => {
    expect(known({ action: 'defense_cancelled' })).toBe(false);
    expect(known({ action: 'toString' })).toBe(false);
    expect(known({ actor: 'u06' })).toBe(false);
    expect(known({ actor: 'officer:张三' })).toBe(false);
    expect(known({ subject: 'judge:p14' })).toBe(false);
    expect(known({ subject: 'proposal:' })).toBe(false);
    expect(known({ data: { session: 'am' } })).toBe(false);
    expect(known({ data: { session: 'am', number: 1, note: 'x' } })).toBe(false);
    expect(known({ data: { session: 'am', number: '1' } })).toBe(false);
    expect(known({ sealed: { reason: seal } })).toBe(false);
    expect(known({ action: 'defense_withdrawn', data: {} })).toBe(false);
    expect(known({ action: 'defense_withdrawn', data: {}, sealed: { reason: seal } })).toBe(true);
  });
});

describe('the vocabulary', () => {
  /** Schemas of values, as far down as they go. */
  const leaves = (schema: unknown): { type?: string; pattern?: string; enum?: unknown }[] => {
    if (schema === null || typeof schema !== 'object') return [];
    const { properties, items, anyOf } = schema as {
      properties?: object;
      items?: unknown;
      anyOf?: unknown[];
    };
    if (properties) return Object.values(properties).flatMap(leaves);
    if (items) return leaves(items);
    if (anyOf) return anyOf.flatMap(leaves);
    return [schema];
  };

  test('open data of every action → ids, counts, hashes, enumerated words, never free text', () => {
    const free = Object.entries(actions).flatMap(([name, { data }]) =>
      Object.entries(data.properties)
        .filter(([, schema]) => leaves(schema).some(({ type, pattern }) => type === 'string' && !pattern))
        .map(([field]) => `${name}.${field}`),
    );
    // Names of files are the program's own.
    expect(free).toEqual(['exported.files']);
  });
});

describe('isKnownValue', () => {
  test('what an opening may show → as the action seals it', () => {
    expect(isKnownValue('sheet_submitted', 'marks', { need: '18.5' })).toBe(true);
    expect(isKnownValue('sheet_submitted', 'marks', { need: 18.5 })).toBe(false);
    expect(isKnownValue('sheet_submitted', 'comment', null)).toBe(true);
    expect(isKnownValue('decision_recorded', 'amounts', { p01: 4_500_000 })).toBe(true);
    expect(isKnownValue('decision_recorded', 'amounts', { p01: 0.5 })).toBe(false);
    expect(isKnownValue('sheet_submitted', 'total', '86')).toBe(false);
  });
});

test('subjectId, kind and id → the id', () => {
  expect(subjectId(appendEntry(null, called, sha256))).toBe('p14');
});

test('lastEntry, several of them → the last of the actions asked for', () => {
  const first = appendEntry(null, called, sha256);
  const second = appendEntry(first, { ...called, subject: 'proposal:p23' }, sha256);
  const entries = [first, second].filter(isKnownEntry);
  expect(lastEntry(entries, 'defense_called', 'defense_withdrawn')?.subject).toBe('proposal:p23');
  expect(lastEntry(entries, 'defense_withdrawn')).toBeUndefined();
});
