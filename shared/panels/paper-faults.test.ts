import { expect, test } from 'vitest';
import { paperFaults } from './paper-faults.ts';

const criterion = { min: '0', max: '20', step: '0.5', guidance: [], levels: [] };
const criteria = [
  { ...criterion, id: 'need', name: '需求' },
  { ...criterion, id: 'team', name: '团队' },
];
const marks = { need: '18.5', team: '8' };
const paths = (control: string, again: Record<string, string> | null) =>
  paperFaults(criteria, control, marks, again).map(({ path }) => path);

test('marks that add up to the total on the paper, however it is written → nothing', () => {
  expect([paths('26.5', null), paths('26.50', marks)]).toEqual([[], []]);
});

test('another total → said with both sums', () => {
  expect(paperFaults(criteria, '27', marks, null)).toEqual([
    { path: 'control', message: '各项相加是 26.5，纸上手写的合计是 27，请对着纸再看一遍' },
  ]);
});

test('keyed differently the second time, or left out → each criterion by its name', () => {
  expect(paperFaults(criteria, '26.5', marks, { need: '15.5' })).toEqual([
    { path: 'again.need', message: '需求：两次录入不同，18.5 和 15.5' },
    { path: 'again.team', message: '团队：两次录入不同，8 和 空' },
  ]);
});
