import { expect, test } from 'vitest';
import { setupFaults } from './setup-faults.ts';

const good = {
  code: 'A1',
  name: '经办人',
  username: 'jingban',
  password: 'long enough',
  again: 'long enough',
};

test('complete form → no faults', () => {
  expect(setupFaults(good)).toEqual([]);
});

test('empty form → every field but the equal passwords', () => {
  const form = { code: '', name: ' ', username: '', password: '', again: '' };
  expect(setupFaults(form).map((fault) => fault.field)).toEqual(['code', 'name', 'username', 'password']);
});

test('passwords that differ → the second one is named', () => {
  expect(setupFaults({ ...good, again: 'long enougg' }).map((fault) => fault.field)).toEqual(['again']);
});

test('password one character short → the least length is in the message', () => {
  const form = { ...good, password: '123456789', again: '123456789' };
  expect(setupFaults(form)).toEqual([
    { field: 'password', key: 'public.setup.fault.password', values: { min: 10 } },
  ]);
});
