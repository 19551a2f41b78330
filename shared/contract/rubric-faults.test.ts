import { expect, test } from 'vitest';
import { rubricFaults } from './rubric-faults.ts';
import type { Criterion, CriterionGroup, Rubric } from './settings.ts';

const tracks = [
  { id: 'k1', name: '便民服务', description: '' },
  { id: 'k2', name: '自治互助', description: '' },
];
const item = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  name: `指标${id}`,
  min: '0',
  max: '10',
  step: '1',
  guidance: [],
  levels: [],
  ...more,
});
const groups: CriterionGroup[] = [
  { id: 'need', name: '需求' },
  { id: 'work', name: '做法' },
  { id: 'plan', name: '方案', parent: 'work' },
];
const grouped = [item('1', { group: 'need' }), item('2', { group: 'plan' })];
const faults = (rubric: Rubric) => rubricFaults({ rubric, tracks });

test('flat, as before there were groups → no fault', () => {
  expect(faults({ criteria: [item('1'), item('2')] })).toEqual([]);
});

test('three levels in order → no fault', () => {
  expect(faults({ criteria: grouped, groups })).toEqual([]);
});

test.each<[string, Rubric, string[]]>([
  [
    'a fourth level',
    {
      criteria: [...grouped, item('3', { group: 'deep' })],
      groups: [...groups, { id: 'deep', name: '细类', parent: 'plan' }],
    },
    ['rubric.groups[3].parent'],
  ],
  [
    'a parent that is gone',
    { criteria: grouped, groups: [groups[0] as CriterionGroup, { id: 'plan', name: '方案', parent: 'x' }] },
    ['rubric.groups[1].parent'],
  ],
  [
    'two groups of one id',
    { criteria: grouped, groups: [...groups, { id: 'need', name: '又一类' }] },
    ['rubric.groups[3].id'],
  ],
  [
    'a group without a criterion',
    { criteria: grouped, groups: [...groups, { id: 'empty', name: '空' }] },
    ['rubric.groups[3]'],
  ],
  ['a group that is gone', { criteria: [item('1', { group: 'x' })] }, ['rubric.criteria[0].group']],
  [
    'a group torn apart',
    { criteria: [grouped[0] as Criterion, grouped[1] as Criterion, item('3', { group: 'need' })], groups },
    ['rubric.criteria'],
  ],
  [
    'a category that is gone',
    { criteria: [item('1'), item('2', { track: 'k9' })] },
    ['rubric.criteria[1].track'],
  ],
  ['a category without any criterion', { criteria: [item('1', { track: 'k1' })] }, ['rubric.criteria']],
])('%s → its place', (_, rubric, paths) => {
  expect(faults(rubric).map(({ path }) => path)).toEqual(paths);
});

test('a category without any criterion → named', () => {
  expect(faults({ criteria: [item('1', { track: 'k1' })] })[0]?.message).toBe(
    '项目类别“自治互助”没有一项评审指标',
  );
});
