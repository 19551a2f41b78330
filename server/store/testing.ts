import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { GroupWriter } from './group.ts';
import type { Connection } from './group.ts';
import { postgresKit } from './kit.ts';
import { migrationsFolder } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { defineSchema } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import type { Db, Scope, Store } from './store.ts';

/** A store of its own for one test file, gone when closed. */
export interface TestStore {
  store: Store;
  dispose(): Promise<void>;
}

/** SQLite always; PostgreSQL named by `TEST_DATABASE_URL`, or PGlite where there is none. */
export const engines: Record<string, () => Promise<TestStore>> = {
  sqlite: sqliteForTest,
  ...(process.env['TEST_DATABASE_URL'] ? { postgres: postgresForTest } : { pglite: pgliteForTest }),
};

export async function sqliteForTest(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'gongping-'));
  const store = openSqlite(folder);
  return {
    store,
    dispose: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function postgresForTest(): Promise<TestStore> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const name = `gongping_${randomBytes(6).toString('hex')}`;
  await runOnce(url, `CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const store = await openPostgres(own.href);
  return {
    store,
    dispose: async () => {
      await store.close();
      await runOnce(url, `DROP DATABASE ${name}`);
    },
  };
}

async function runOnce(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** PostgreSQL compiled to WebAssembly: one connection, so reads see the writer's, which no test relies on. */
async function pgliteForTest(): Promise<TestStore> {
  const lite = new PGlite();
  const db = drizzle(lite, { casing: 'snake_case' });
  await migrate(db, { migrationsFolder: migrationsFolder('postgres') });
  const listeners: ((scope: Scope) => void)[] = [];
  const connection: Connection = {
    db: db as unknown as Db, // One dialect for all; see Db.
    exec: async (sql) => void (await lite.exec(sql)),
  };
  const group = new GroupWriter({
    acquire: () => Promise.resolve(connection),
    release: () => undefined,
    begin: async () => connection.exec('BEGIN'),
    committed: (scopes) => scopes.forEach((scope) => listeners.forEach((heard) => heard(scope))),
  });
  return {
    store: {
      engine: 'postgres',
      t: defineSchema(postgresKit),
      read: connection.db,
      write: (scope, job) => group.write(scope, job),
      onCommit: (heard) => void listeners.push(heard),
      close: () => lite.close(),
    },
    dispose: () => lite.close(),
  };
}
