import { expect, test } from 'vitest';
import { drawsOf, orderFaults, unusedNumbers } from './typed-order.ts';

const typed = (...texts: string[]) => texts.map((text, index) => ({ proposal: `p${index + 1}`, text }));
const keys = (...texts: string[]) => orderFaults(typed(...texts)).map(({ proposal, key }) => [proposal, key]);

test('every number once, full-width ones too → no faults, drawn as typed', () => {
  expect(keys('3', '１', ' 2 ')).toEqual([]);
  expect(drawsOf(typed('3', '１', ' 2 '))).toEqual([
    { proposal: 'p1', order: 3 },
    { proposal: 'p2', order: 1 },
    { proposal: 'p3', order: 2 },
  ]);
});

test('number twice → the second one is named', () => {
  expect(keys('1', '2', '1')).toEqual([['p3', 'repeated']]);
});

test('empty, not a number, zero, too great → each its own fault', () => {
  expect(keys('', 'a', '0', '9')).toEqual([
    ['p1', 'missing'],
    ['p2', 'unreadable'],
    ['p3', 'out_of_range'],
    ['p4', 'out_of_range'],
  ]);
});

test('some typed → the numbers still free', () => {
  expect(unusedNumbers(typed('2', '', '4', ''))).toEqual([1, 3]);
});
