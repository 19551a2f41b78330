import { expect, test } from 'vitest';
import { moved, nextId, without } from './rows.ts';

test('row moved up and down → neighbours exchanged', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});

test('row at an end or outside → list unchanged', () => {
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 5, 1)).toEqual(['a', 'b']);
});

test('row taken out → the others in order', () => {
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
});

test('id of a new row → free, also after rows were deleted', () => {
  expect(nextId([{ id: 'k1' }, { id: 'k2' }], 'k')).toBe('k3');
  expect(nextId([{ id: 'k2' }], 'k')).toBe('k3');
  expect(nextId([], 'k')).toBe('k1');
});
