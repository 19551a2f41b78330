import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Schema } from './schema.ts';

/** What a job or a query may do: the builder subset that both dialects answer alike. */
export type Db = Pick<
  BaseSQLiteDatabase<'async', unknown, Schema>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
>;

/** A competition's id, or the installation: jobs of one scope run one after another. */
export type Scope = string;
export const installationScope: Scope = 'installation';

/**
 * A job awaits nothing but its `tx`; one that does is rejected and its `tx` revoked, since it would hold the
 * writer while the hall waits. It may run inside a group, in its own savepoint: no side effects.
 */
export type Job<T> = (tx: Db) => Promise<T>;

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** The tables; the same objects for every query. */
  readonly t: Schema;
  /** Committed state only. */
  readonly read: Db;
  /**
   * Runs `job` atomically.
   * @returns the job's value, only after it is durable
   * @throws what the job threw, with nothing of it written; the rest of its group is not harmed
   */
  write<T>(scope: Scope, job: Job<T>): Promise<T>;
  /** Called after each commit with the scopes written in it, in commit order. */
  onCommit(listener: (scope: Scope) => void): void;
  close(): Promise<void>;
}

/** A job that waited for something other than its transaction. */
export class ForeignAwaitError extends Error {
  constructor() {
    super(
      'A job may await nothing but its transaction; prepare files, hashes and signatures before write().',
    );
    this.name = 'ForeignAwaitError';
  }
}

/** A unique constraint was violated, whichever engine said so. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? at.code : undefined;
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
      return true;
  }
  return false;
}
