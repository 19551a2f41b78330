import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion } from '../contract/settings.ts';
import { markFaultsOf } from './mark-faults.ts';

const criterion = (id: string, min: string, max: string, step: string): Criterion => ({
  id,
  name: id,
  min,
  max,
  step,
  guidance: [],
  levels: [],
});
const check = markFaultsOf([criterion('need', '0', '20', '0.5'), criterion('team', '1', '10', '0.1')]);

describe('marks of a sheet', () => {
  test('every mark in its range and on its step → nothing wrong', () => {
    expect(check({ need: '18.5', team: '9.7' }, 'complete')).toEqual([]);
  });

  test('0.3 with a step of 0.1 → nothing wrong, exactly', () => {
    expect(check({ need: '0', team: '1.3' }, 'complete')).toEqual([]);
  });

  test('above, below and between the steps → each with its path', () => {
    expect(check({ need: '20.5', team: '0.9' }, 'draft')).toEqual([
      { path: 'marks.need', message: '高于满分 20' },
      { path: 'marks.team', message: '低于最低分 1' },
    ]);
    expect(check({ need: '18.25' }, 'draft')).toEqual([
      { path: 'marks.need', message: '不是按 0.5 分一档的分值' },
    ]);
  });

  test('criterion nobody has set → its path', () => {
    expect(check({ taste: '1' }, 'draft')).toEqual([
      { path: 'marks.taste', message: '评分标准里没有这一项' },
    ]);
  });

  test('empty cell → fine in a draft, named in a complete sheet', () => {
    expect(check({ need: '3' }, 'draft')).toEqual([]);
    expect(check({ need: '3' }, 'complete')).toEqual([{ path: 'marks.team', message: '还没有打分' }]);
  });

  test('tenths from 1 to 10 → right exactly where the integer of tenths says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (hundredths) => {
        const mark = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        const fits = hundredths >= 100 && hundredths <= 1000 && hundredths % 10 === 0;
        expect(check({ team: mark }, 'draft').length === 0).toBe(fits);
      }),
    );
  });
});
