import { describe, expect, it } from 'vitest';
import { controlOf, differing, keyingFaults, marksOf } from './keying.ts';

const criterion = { min: '0', max: '20', step: '0.5', guidance: [], levels: [] };
const criteria = [
  { ...criterion, id: 'need', name: '需求' },
  { ...criterion, id: 'team', name: '团队', max: '10' },
];
const words = { control: '合计', mark: '分数' };
const paths = (control: string, marks: Record<string, string>) =>
  keyingFaults(criteria, { control, marks }, words).map(({ path }) => path);

describe('keyingFaults', () => {
  it('total and marks that agree → nothing', () => {
    expect(paths('26.5', { need: '18.5', team: '8' })).toEqual([]);
  });

  it('nothing typed → the total first', () => {
    expect(paths('', {})).toEqual(['control']);
  });

  it('a letter, a mark beyond its maximum, an empty box → by their names; the sum only once all are right', () => {
    expect(paths('30', { need: 'l8', team: '8' })).toEqual(['marks.need']);
    expect(paths('30', { need: '18', team: '12' })).toEqual(['marks.team']);
    expect(paths('30', { need: '18' })).toEqual(['marks.team']);
    expect(paths('30', { need: '18', team: '8' })).toEqual(['control']);
  });
});

it('digits of an input method → the same numbers', () => {
  const typed = { control: ' 26．5 ', marks: { need: '１８.5', team: ' 8', plan: '' } };
  expect([controlOf(typed), marksOf(typed)]).toEqual(['26.5', { need: '18.5', team: '8' }]);
});

it('two keyings → where they differ, in the order of the rubric', () => {
  const first = { control: '26.5', marks: { need: '18.5', team: '8' } };
  expect(differing(criteria, first, { control: '', marks: { need: '18.5', team: '3' } })).toEqual(['team']);
  expect(differing(criteria, first, { control: '', marks: { need: '18.5', team: '８' } })).toEqual([]);
});
