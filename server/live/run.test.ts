import { expect, test } from 'vitest';
import { engines, sqliteForTest } from '../store/testing.ts';
import { beginRun, endRun, noteRestored } from './run.ts';

test('starts after nothing, after an end on purpose, after none, after a restoring → each is told', async () => {
  const { store, dispose } = await sqliteForTest();
  const beginnings = [await beginRun(store)];
  await endRun(store);
  beginnings.push(await beginRun(store), await beginRun(store));
  await noteRestored(store, { at: 2000, taken: 1000 });
  beginnings.push(await beginRun(store), await beginRun(store));
  expect(beginnings).toEqual([
    { kind: 'first' },
    { kind: 'clean' },
    { kind: 'unclean' },
    { kind: 'restored', at: 2000, taken: 1000 },
    { kind: 'unclean' },
  ]);
  await dispose();
});

test('nodes over one PostgreSQL → none of them judges how another ended', async () => {
  const open = engines['postgres'] ?? engines['pglite'];
  if (open === undefined) throw new Error('no PostgreSQL to test on');
  const { store, dispose } = await open();
  expect([await beginRun(store), await beginRun(store)]).toEqual([{ kind: 'shared' }, { kind: 'shared' }]);
  await dispose();
});
