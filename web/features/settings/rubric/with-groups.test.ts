import { expect, test } from 'vitest';
import type { Criterion, Rubric } from '../../../../shared/contract/settings.ts';
import { withGroups } from './with-groups.ts';

const item = (id: string, group?: string): Criterion => ({
  id,
  name: id,
  min: '0',
  max: '10',
  step: '1',
  guidance: [],
  levels: [],
  ...(group === undefined ? {} : { group }),
});
const rubric: Rubric = {
  criteria: [item('a', 'g1'), item('b', 'g2'), item('c', 'g2')],
  groups: [
    { id: 'g1', name: '一' },
    { id: 'g2', name: '二', parent: 'g1' },
  ],
};

test('a group taken out → its criteria stand in none, its sub-groups rise', () => {
  expect(withGroups(rubric, [{ id: 'g2', name: '二', parent: 'g1' }])).toEqual({
    criteria: [item('b', 'g2'), item('c', 'g2'), item('a')],
    groups: [{ id: 'g2', name: '二' }],
  });
});

test('all taken out → a flat rubric as before there were groups', () => {
  expect(withGroups(rubric, [])).toEqual({ criteria: [item('a'), item('b'), item('c')] });
});
