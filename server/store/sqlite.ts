import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { GroupWriter } from './group.ts';
import type { Connection } from './group.ts';
import { sqliteKit } from './kit.ts';
import { migrationsFolder } from './migrations.ts';
import { defineSchema } from './schema.ts';
import type { Schema } from './schema.ts';
import type { Db, Scope, Store } from './store.ts';

/** Name of the database in a data folder and in a copy. */
export const databaseName = 'gongping.sqlite';

/** Another server has this folder open; two writers would not see each other's events. */
export class FolderInUseError extends Error {
  constructor(folder: string) {
    super(`另一个公评服务器正在使用数据文件夹 ${folder}。请先关掉它，或用 --data 指定别的文件夹。`);
    this.name = 'FolderInUseError';
  }
}

/**
 * Opens (and creates) the store in a folder: one writer, one read-only connection, WAL with `synchronous=FULL`.
 * @throws FolderInUseError when another process has it open
 */
export function openSqlite(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const lock = claim(folder);
  const file = join(folder, databaseName);
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  // A job's savepoint keeps the pages it may have to undo; in a file they cost more than the job.
  writer.pragma('temp_store = MEMORY');
  const t = defineSchema(sqliteKit);
  migrate(drizzle(writer, { casing: 'snake_case' }), { migrationsFolder: migrationsFolder('sqlite') });
  const reader = new Database(file);
  reader.pragma('query_only = ON');

  const listeners: ((scope: Scope) => void)[] = [];
  const control = new Map<string, Database.Statement>();
  const connection: Connection = {
    db: asDb(writer),
    exec: (sql) => {
      let statement = control.get(sql);
      if (!statement) control.set(sql, (statement = writer.prepare(sql)));
      statement.run();
    },
  };
  const group = new GroupWriter({
    acquire: () => Promise.resolve(connection),
    release: () => undefined,
    begin: async () => connection.exec('BEGIN IMMEDIATE'),
    committed: (scopes) => scopes.forEach((scope) => listeners.forEach((listener) => listener(scope))),
  });
  return {
    engine: 'sqlite',
    t,
    read: asDb(reader),
    write: (scope, job) => group.write(scope, job),
    onCommit: (listener) => void listeners.push(listener),
    close: async () => {
      reader.close();
      writer.close();
      lock.close();
    },
  };
}

// The sync driver answers awaited builders like the async one; see Db.
const asDb = (database: Database.Database): Db =>
  drizzle(database, { casing: 'snake_case' }) as unknown as Db;

/** A database file opened to look into, not to serve. */
export interface SqliteFile {
  db: Db;
  t: Schema;
  /** How many migrations it has behind it. */
  migrations(): number;
  /** What SQLite itself finds wrong with the file; empty when it is whole. */
  damage(): string[];
  close(): void;
}

/**
 * Opens a database file read-only, even on a medium that cannot be written.
 * @throws the driver's error when there is no database
 */
export function readSqlite(file: string): SqliteFile {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  return {
    db: asDb(database),
    t: defineSchema(sqliteKit),
    migrations: () => Number(database.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get()),
    damage: () => {
      const lines = database.prepare('PRAGMA integrity_check').pluck().all().map(String);
      return lines.filter((line) => line !== 'ok');
    },
    close: () => database.close(),
  };
}

/**
 * Writes the committed state of a data folder's database into a new file, also while a server has it open. The
 * file is not on the disk yet when this returns.
 */
export function snapshotSqlite(folder: string, to: string): void {
  const source = new Database(join(folder, databaseName), { fileMustExist: true });
  try {
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
}

/** A lock the operating system drops when the process dies, however it dies. */
function claim(folder: string): Database.Database {
  const lock = new Database(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new FolderInUseError(folder);
  }
  return lock;
}
