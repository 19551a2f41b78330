import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepared } from './prepared.ts';
import { ForeignAwaitError, installationScope, isUniqueViolation } from './store.ts';
import type { Db } from './store.ts';
import { engines } from './testing.ts';
import type { TestStore } from './testing.ts';

describe.each(Object.entries(engines))('store on %s', (_engine, open) => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.dispose());

  const put = (tx: Db, name: string, value: number) => {
    const { fact } = opened.store.t;
    return tx.insert(fact).values({ name, value }).onConflictDoUpdate({ target: fact.name, set: { value } });
  };
  const get = async (name: string) => {
    const { fact } = opened.store.t;
    return (await opened.store.read.select().from(fact).where(eq(fact.name, name)))[0]?.value;
  };

  test('an acknowledged write is read back by the reader', async () => {
    await opened.store.write(installationScope, (tx) => put(tx, 'a', 1));
    expect(await get('a')).toBe(1);
  });

  test('a job that throws leaves nothing and harms nobody in its group', async () => {
    const { write } = opened.store;
    const outcomes = await Promise.allSettled([
      write(installationScope, (tx) => put(tx, 'good1', 1)),
      write(installationScope, async (tx) => {
        await put(tx, 'bad', 1);
        throw new Error('no');
      }),
      write(installationScope, (tx) => put(tx, 'good2', 2)),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([await get('good1'), await get('bad'), await get('good2')]).toEqual([1, undefined, 2]);
  });

  test('forty concurrent read-modify-writes of one scope add up to forty', async () => {
    const { fact } = opened.store.t;
    await opened.store.write(installationScope, (tx) => put(tx, 'count', 0));
    await Promise.all(
      Array.from({ length: 40 }, () =>
        opened.store.write(installationScope, async (tx) => {
          const [row] = await tx.select().from(fact).where(eq(fact.name, 'count'));
          await put(tx, 'count', Number(row?.value) + 1);
        }),
      ),
    );
    expect(await get('count')).toBe(40);
  });

  test('a job that waits for anything else is rejected and its transaction revoked', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const job = opened.store.write(installationScope, async (tx) => {
      await put(tx, 'foreign', 1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      late = Promise.resolve(put(tx, 'foreign', 2)).catch((error: unknown) => error);
      await late;
    });
    await expect(job).rejects.toThrow(ForeignAwaitError);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await late).toBeInstanceOf(ForeignAwaitError);
    expect(await get('foreign')).toBeUndefined();
  });

  test('a second row with the same key is a unique violation in both dialects', async () => {
    const { fact } = opened.store.t;
    await opened.store.write(installationScope, (tx) => tx.insert(fact).values({ name: 'once', value: 1 }));
    const again = await opened.store
      .write(installationScope, (tx) => tx.insert(fact).values({ name: 'once', value: 2 }))
      .catch((error: unknown) => error);
    expect(isUniqueViolation(again)).toBe(true);
  });

  test('a prepared statement answers inside a job and outside', async () => {
    const { fact } = opened.store.t;
    const byName = prepared('test_fact_by_name', (db) =>
      db
        .select()
        .from(fact)
        .where(eq(fact.name, sql.placeholder('name'))),
    );
    await opened.store.write(installationScope, (tx) => put(tx, 'prepared', 7));
    const inside = await opened.store.write(installationScope, (tx) => byName(tx, { name: 'prepared' }));
    const outside = await byName(opened.store.read, { name: 'prepared' });
    expect([inside[0]?.value, outside[0]?.value]).toEqual([7, 7]);
  });

  test('listeners hear of a scope after its commit', async () => {
    const heard: string[] = [];
    opened.store.onCommit((scope) => heard.push(scope));
    await opened.store.write('c1', (tx) => put(tx, 'heard', 1));
    await expect.poll(() => heard).toContain('c1');
  });
});
