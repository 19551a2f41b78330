import { expect, test } from 'vitest';
import { blockedBy, formCheckOf, verdictOfKey } from './verdict.ts';

const flag = { path: 'budget', note: '请补报价单' };

test.each([
  ['nothing chosen', { verdict: null, flags: [], reason: '' }, 'no_verdict'],
  ['pass', { verdict: 'pass', flags: [], reason: '' }, null],
  ['return without a field', { verdict: 'return', flags: [], reason: '' }, 'no_flag'],
  [
    'return with a field but no note',
    { verdict: 'return', flags: [{ ...flag, note: ' ' }], reason: '' },
    'no_note',
  ],
  [
    'return with a note of 201',
    { verdict: 'return', flags: [{ ...flag, note: '字'.repeat(201) }], reason: '' },
    'long_note',
  ],
  ['return naming a field twice', { verdict: 'return', flags: [flag, flag], reason: '' }, 'same_flag'],
  ['return with field and note', { verdict: 'return', flags: [flag], reason: '' }, null],
  ['refusal without a reason', { verdict: 'refuse', flags: [], reason: '无' }, 'no_reason'],
  ['refusal with a reason', { verdict: 'refuse', flags: [], reason: '不在申报范围' }, null],
] as const)('%s → blocked by %s', (_, judgement, key) => {
  expect(blockedBy({ ...judgement, flags: [...judgement.flags] })).toBe(key);
});

test('verdict changed after flags and a reason were entered → only what it needs is sent', () => {
  const judgement = { verdict: null, flags: [flag], reason: ' 不在申报范围 ' };
  expect(formCheckOf(judgement, 'pass')).toEqual({ verdict: 'pass', fields: [], reason: '' });
  expect(formCheckOf(judgement, 'return')).toEqual({ verdict: 'return', fields: [flag], reason: '' });
  expect(formCheckOf(judgement, 'refuse')).toEqual({ verdict: 'refuse', fields: [], reason: '不在申报范围' });
});

test('keys → their verdicts, other keys none', () => {
  expect(['1', '2', '3', '4', 'n'].map(verdictOfKey)).toEqual(['pass', 'return', 'refuse', null, null]);
});
