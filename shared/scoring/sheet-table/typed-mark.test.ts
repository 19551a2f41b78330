import { expect, test } from 'vitest';
import { typedMark } from './typed-mark.ts';

const typed = (text: string) => typedMark({ kind: 'text', text });

test.each([
  ['18.5', '18.5'],
  ['18.50', '18.50'],
  ['１８．５', '18.5'],
  [' 18.5 ', '18.5'],
  ['　18 .5分', '18.5'],
  ['18。5', '18.5'],
  ['18·5', '18.5'],
  ['018', '18'],
  ['.5', '0.5'],
  ['18.', '18'],
  ['+3', '3'],
  ['－3', '-3'],
  ['0', '0'],
])('%s → the mark %s', (text, mark) => {
  expect(typed(text)).toEqual({ kind: 'mark', text: mark, shortened: false });
});

test.each([
  ['回避', 'recused'],
  ['回 避', 'recused'],
  ['回避（亲属）', 'recused'],
  ['回避：任职于承接单位', 'recused'],
  ['缺席', 'left'],
  ['离场', 'left'],
  ['未评', 'abstained'],
  ['弃权', 'abstained'],
  ['未交表', 'not_handed_in'],
  ['漏项', 'incomplete'],
])('%s → absent: %s', (text, reason) => {
  expect(typed(text)).toEqual({ kind: 'absent', reason });
});

test.each(['-', '－', '—', '——', '–', '/', '／', '\\'])('%s → this judge does not mark', (text) => {
  expect(typed(text)).toEqual({ kind: 'none' });
});

test.each([
  ['退出答辩', 'withdrawn'],
  ['一票否决（弄虚作假）', 'vetoed'],
])('%s → the project is not ranked', (text, exclusion) => {
  expect(typed(text)).toEqual({ kind: 'excluded', exclusion });
});

test.each(['', '   ', '　'])('nothing (%j) → empty', (text) => {
  expect(typed(text)).toEqual({ kind: 'empty' });
  expect(typedMark(null)).toEqual({ kind: 'empty' });
});

test.each(['l8.5', '18,5', '18.5.1', '88/100', '优', '十八', '1e2', '9０%', '分', '.', '18 - 5'])(
  '%s → a fault that shows what was typed',
  (text) => {
    expect(typed(text)).toMatchObject({ kind: 'fault', code: 'not_a_mark', values: { text } });
  },
);

test('a stored number → the decimal it shows; one that nobody typed → a fault', () => {
  const number = (value: number, format = 'General') => typedMark({ kind: 'number', value, format });
  expect(number(18.4999999)).toEqual({ kind: 'mark', text: '18.5', shortened: true });
  expect(number(88.5)).toEqual({ kind: 'mark', text: '88.5', shortened: false });
  expect(number(250 / 3)).toMatchObject({ kind: 'fault', code: 'too_long' });
});

test.each(['date', 'boolean', 'error', 'uncomputed'] as const)(
  'a cell that is %s → a fault of its own',
  (what) => {
    expect(typedMark({ kind: 'odd', what, text: 'x' })).toEqual({
      kind: 'fault',
      code: what,
      values: { text: 'x' },
    });
  },
);
