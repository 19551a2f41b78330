import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CriterionGroup } from '../contract/settings.ts';
import {
  arrangedCriteria,
  criteriaFor,
  criteriaUnder,
  differsByTrack,
  groupPath,
  headedCriteria,
  screensOf,
} from './rubric.ts';

const groups: CriterionGroup[] = [
  { id: 'need', name: '需求' },
  { id: 'work', name: '做法' },
  { id: 'plan', name: '方案', parent: 'work' },
  { id: 'team', name: '团队', parent: 'work' },
];
const item = (id: string, group?: string) => ({ id, ...(group === undefined ? {} : { group }) });
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join('');

test('a criterion of a sub-group → both groups, the outer one first; unknown → none', () => {
  expect(ids(groupPath(groups, 'plan'))).toBe('workplan');
  expect(ids(groupPath(groups, 'need'))).toBe('need');
  expect([groupPath(groups, 'gone'), groupPath(groups, undefined)]).toEqual([[], []]);
});

test('a group that is its own parent → a path of one', () => {
  expect(ids(groupPath([{ id: 'a', name: '', parent: 'a' }], 'a'))).toBe('a');
});

test('headings → only where a group begins, the outer one once', () => {
  const list = [item('1', 'need'), item('2', 'need'), item('3', 'plan'), item('4', 'team'), item('5')];
  expect(headedCriteria(list, groups).map(({ opens }) => ids(opens))).toEqual([
    'need',
    '',
    'workplan',
    'team',
    '',
  ]);
  expect(headedCriteria(list).every(({ opens }) => opens.length === 0)).toBe(true);
});

test('arranged → by group, its own criteria before its sub-groups, without a group last', () => {
  const list = [
    item('a'),
    item('b', 'team'),
    item('c', 'work'),
    item('d', 'need'),
    item('e', 'plan'),
    item('f', 'team'),
  ];
  expect(ids(arrangedCriteria(list, groups))).toBe('dcebfa');
  expect(ids(arrangedCriteria(list))).toBe('abcdef');
});

test('a category → its own criteria and those for all', () => {
  const list = [{ id: 'a' }, { id: 'b', track: 'k1' }, { id: 'c', track: 'k2' }];
  expect(['k1', 'k2', 'k3', null].map((track) => ids(criteriaFor(list, track)))).toEqual([
    'ab',
    'ac',
    'a',
    'a',
  ]);
});

test('criteria under a group → those of its sub-groups too', () => {
  const list = [item('a', 'plan'), item('b', 'work'), item('c', 'need')];
  expect(ids(criteriaUnder(list, groups, 'work'))).toBe('ab');
});

test('screens: eight on a tablet, one each on a phone', () => {
  expect([6, 8, 9, 16, 17].map((count) => screensOf(count).tablet)).toEqual([1, 1, 2, 2, 3]);
  expect(screensOf(6).phone).toBe(6);
});

test('whether categories differ', () => {
  const criterion = { id: 'a', name: '', min: '0', max: '10', step: '1', guidance: [], levels: [] };
  expect(differsByTrack({ criteria: [criterion] })).toBe(false);
  expect(differsByTrack({ criteria: [criterion, { ...criterion, track: 'k1' }] })).toBe(true);
});

test('any tree: arranging twice is arranging once, loses nothing, and opens every group once', () => {
  const tree = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .chain(([outer, inner]) => {
      const tops = Array.from({ length: outer }, (_, i) => ({ id: `g${i}`, name: '' }));
      return fc
        .array(fc.integer({ min: 0, max: outer - 1 }), { minLength: inner, maxLength: inner })
        .map((parents) => [...tops, ...parents.map((p, i) => ({ id: `s${i}`, name: '', parent: `g${p}` }))]);
    });
  fc.assert(
    fc.property(tree, fc.array(fc.option(fc.nat(), { nil: undefined }), { maxLength: 12 }), (all, picks) => {
      const list = picks.map((pick, i) =>
        item(`c${i}`, pick === undefined ? undefined : all[pick % all.length]?.id),
      );
      const arranged = arrangedCriteria(list, all);
      expect(arrangedCriteria(arranged, all)).toEqual(arranged);
      expect(new Set(arranged)).toEqual(new Set(list));
      const opened = headedCriteria(arranged, all).flatMap(({ opens }) => opens.map(({ id }) => id));
      expect(new Set(opened).size).toBe(opened.length);
    }),
  );
});
