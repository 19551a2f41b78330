import { expect, test } from 'vitest';
import { orderFaults } from './order-faults.ts';

const titles = new Map([
  ['p1', '暖心饭盒'],
  ['p2', '楼道新颜'],
  ['p3', '四点半课堂'],
]);
const draw = (proposal: string, order: number) => ({ proposal, order });

test('every project once, numbers 1 to 3 → nothing wrong', () => {
  expect(orderFaults([draw('p2', 1), draw('p3', 3), draw('p1', 2)], titles)).toEqual([]);
});

test('number twice → the second row, naming the first; the number left over is not needed', () => {
  expect(orderFaults([draw('p1', 1), draw('p2', 2), draw('p3', 2)], titles)).toEqual([
    { path: 'draws[2].order', message: '与第 2 行重号' },
  ]);
});

test('project twice → the second row, and the project that is missing', () => {
  expect(orderFaults([draw('p1', 1), draw('p1', 2), draw('p3', 3)], titles)).toEqual([
    { path: 'draws[1].proposal', message: '与第 1 行是同一个项目' },
    { path: 'draws', message: '还缺：楼道新颜' },
  ]);
});

test('number above the count → its row', () => {
  expect(orderFaults([draw('p1', 1), draw('p2', 4), draw('p3', 3)], titles)).toEqual([
    { path: 'draws[1].order', message: '号码应在 1 到 3 之间' },
  ]);
});

test('project that does not defend → its row', () => {
  const draws = [draw('p1', 1), draw('p2', 2), draw('p3', 3), draw('px', 4)];
  expect(orderFaults(draws, titles)).toEqual([
    { path: 'draws[3].proposal', message: '这个项目没有进入现场答辩' },
    { path: 'draws[3].order', message: '号码应在 1 到 3 之间' },
  ]);
});
