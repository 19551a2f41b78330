import { expect, test } from 'vitest';
import { pastedVotes, typedCount } from './pasted-votes.ts';

const orders = new Set([1, 2, 3, 12]);
const read = (text: string) => {
  const { counts, faults } = pastedVotes(text, orders);
  return { counts: [...counts], faults };
};

test('columns of a table, with a heading and a title between → order and count', () => {
  expect(read('出场顺序号\t项目\t票数\n1\t暖心饭盒\t1,204\n12\t老街坊\t87\n')).toEqual({
    counts: [
      [1, 1204],
      [12, 87],
    ],
    faults: [],
  });
});

test('as people type it → understood', () => {
  expect(read('１号 320票\n2，0\n3: 15')).toEqual({
    counts: [
      [1, 320],
      [2, 0],
      [3, 15],
    ],
    faults: [],
  });
});

test.each([
  ['a project that is not there', '7 20'],
  ['no count', '1'],
  ['a count that is not whole', '1 2.5'],
  ['words behind the count', '1 20 张'],
])('%s → the line is named', (_what, line) => {
  expect(read(line)).toEqual({ counts: [], faults: [line] });
});

test('a project twice → the second line is named', () => {
  expect(read('1 20\n1 21')).toEqual({ counts: [[1, 20]], faults: ['1 21'] });
});

test.each<[string, number | null]>([
  ['１２', 12],
  ['1,204', 1204],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['2.5', null],
])('typed %s → %s', (typed, count) => {
  expect(typedCount(typed)).toBe(count);
});
