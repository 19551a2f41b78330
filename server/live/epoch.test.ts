import { expect, test } from 'vitest';
import { engines } from '../store/testing.ts';
import { beginEpoch } from './epoch.ts';

test.each(Object.entries(engines))('two starts on %s → its own rule for the epoch', async (_engine, open) => {
  const { store, dispose } = await open();
  const epochs = [await beginEpoch(store, 'first-start'), await beginEpoch(store, 'second-start')];
  // Nodes over PostgreSQL come and go while the hall works on; a single server may have been given a copy.
  expect(epochs).toEqual(
    store.engine === 'sqlite' ? ['first-start', 'second-start'] : ['first-start', 'first-start'],
  );
  await dispose();
});
