import { describe, expect, it } from 'vitest';
import { checkWarnings } from './check-warnings.ts';

const criteria = ['a', 'b', 'c'].map((id) => ({
  id,
  name: id,
  min: '0',
  max: '20',
  step: '1',
  guidance: [],
  levels: [],
}));

describe('checkWarnings', () => {
  it('ordinary sheet → nothing to say', () => {
    expect(checkWarnings(criteria, { a: '18', b: '17', c: '15' }, ['49', '51', '52'])).toEqual([]);
  });

  it('full marks → said once, not also as equal marks', () => {
    expect(checkWarnings(criteria, { a: '20', b: '20', c: '20' }, [])).toEqual(['warnFull']);
  });

  it('the same mark everywhere → equal', () => {
    expect(checkWarnings(criteria, { a: '15', b: '15', c: '15' }, [])).toEqual(['warnEqual']);
  });

  it('more than a fifth of the full mark from the own mean → far, from three sheets on', () => {
    const marks = { a: '10', b: '11', c: '12' };
    expect(checkWarnings(criteria, marks, ['50', '50', '50'])).toEqual(['warnFar']);
    expect(checkWarnings(criteria, marks, ['50', '50'])).toEqual([]);
  });

  it('sheet that is not complete → nothing yet', () => {
    expect(checkWarnings(criteria, { a: '20' }, [])).toEqual([]);
  });
});
