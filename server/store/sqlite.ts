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
import type { Db, Scope, Store } from './store.ts';

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
  const file = join(folder, 'gongping.sqlite');
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  const t = defineSchema(sqliteKit);
  const db = drizzle(writer, { casing: 'snake_case' });
  migrate(db, { migrationsFolder: migrationsFolder('sqlite') });
  const reader = new Database(file);
  reader.pragma('query_only = ON');

  const listeners: ((scope: Scope) => void)[] = [];
  const connection: Connection = {
    db: db as unknown as Db, // The sync driver answers awaited builders like the async one; see Db.
    exec: (sql) => void writer.exec(sql),
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
    read: drizzle(reader, { casing: 'snake_case' }) as unknown as Db,
    write: (scope, job) => group.write(scope, job),
    onCommit: (listener) => void listeners.push(listener),
    close: async () => {
      reader.close();
      writer.close();
      lock.close();
    },
  };
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
