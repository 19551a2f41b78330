import { expect, test } from 'vitest';
import { differences } from './settings-diff.ts';

test('equal values → no difference', () => {
  expect(differences({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
});

test('one leaf differs → its path and both values', () => {
  expect(differences({ money: { pool: 1, floor: 0 } }, { money: { pool: 2, floor: 0 } })).toEqual([
    { path: 'money.pool', mine: 1, theirs: 2 },
  ]);
});

test('row of a list differs → the place in the list', () => {
  expect(
    differences({ tracks: [{ name: 'a' }, { name: 'b' }] }, { tracks: [{ name: 'a' }, { name: 'c' }] }),
  ).toEqual([{ path: 'tracks[1].name', mine: 'b', theirs: 'c' }]);
});

test('list of another length → the list as a whole', () => {
  expect(differences({ ties: ['median'] }, { ties: [] })).toEqual([
    { path: 'ties', mine: ['median'], theirs: [] },
  ]);
});

test('property that only one side has → a difference with undefined', () => {
  expect(differences({}, { line: '60' })).toEqual([{ path: 'line', mine: undefined, theirs: '60' }]);
});
