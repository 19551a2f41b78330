import { expect, test } from 'vitest';
import { ContractError, errorTable } from '../../shared/contract/errors.ts';
import { NetworkError } from './client.ts';
import { errorText } from './error-text.ts';

test('error of the contract → its words and what to do, with the fields', () => {
  const fields = [{ path: 'name', message: '太长' }];
  expect(errorText(new ContractError('invalid_input', { fields }))).toEqual({
    what: errorTable.invalid_input.zh,
    next: errorTable.invalid_input.next,
    fields,
  });
});

test('error with words of its own → they stand before those of the table', () => {
  expect(errorText(new ContractError('wrong_state', { message: '已经抽过签' })).what).toBe('已经抽过签');
});

test('error without any words → those of the table', () => {
  expect(errorText(new ContractError('locked', { message: '' })).what).toBe(errorTable.locked.zh);
});

test('no answer, or an error nobody foresaw → different words, never the raw message', () => {
  const [offline, unknown] = [new NetworkError(), new TypeError('x is undefined')].map(errorText);
  expect(offline?.what).toBe('连不上服务器');
  expect(unknown?.what).toBe('这一页出了问题');
});
