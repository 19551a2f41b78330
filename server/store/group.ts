import { JobGuard } from './guard.ts';
import type { Db, Job, Scope } from './store.ts';

/** One open connection: its query builder and a way to run bare SQL. */
export interface Connection {
  db: Db;
  exec(sql: string): Promise<void> | void;
}

interface Waiting {
  scope: Scope;
  job: Job<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

export interface GroupEngine {
  acquire(): Promise<Connection>;
  release(connection: Connection, error?: Error): void;
  begin(connection: Connection, scope: Scope): Promise<void>;
  committed(scopes: readonly Scope[]): void;
}

/**
 * Group commit. Jobs that arrive while a transaction runs form the next group; each runs in its own savepoint and
 * all are acknowledged after one commit, so that an acknowledged job is as durable as `synchronous=FULL` makes it
 * while many share one flush to disk.
 */
export class GroupWriter {
  #queue: Waiting[] = [];
  #running = false;
  readonly #engine: GroupEngine;

  constructor(engine: GroupEngine) {
    this.#engine = engine;
  }

  write<T>(scope: Scope, job: Job<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ scope, job, resolve: resolve as (value: unknown) => void, reject });
      if (this.#running) return;
      this.#running = true;
      // Requests read in the same turn of the event loop join this group.
      setImmediate(() => void this.#drain());
    });
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#queue;
      this.#queue = [];
      await this.#commit(group);
    }
    this.#running = false;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const settle: (() => void)[] = [];
    let connection: Connection | null = null;
    let failure: Error | undefined;
    try {
      connection = await this.#engine.acquire();
      await this.#engine.begin(connection, group[0]?.scope ?? '');
      for (const waiting of group) settle.push(await runInSavepoint(connection, waiting));
      await connection.exec('COMMIT');
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      try {
        await connection?.exec('ROLLBACK');
      } catch {
        // The connection is gone or the engine has rolled back by itself; the failure below is what matters.
      }
    } finally {
      if (connection) this.#engine.release(connection, failure);
    }
    if (failure) {
      const error = failure;
      for (const waiting of group) waiting.reject(error);
      return;
    }
    this.#engine.committed([...new Set(group.map((waiting) => waiting.scope))]);
    for (const done of settle) done();
  }
}

async function runInSavepoint(connection: Connection, waiting: Waiting): Promise<() => void> {
  await connection.exec('SAVEPOINT job');
  try {
    const value = await new JobGuard().run(waiting.job, connection.db);
    await connection.exec('RELEASE SAVEPOINT job');
    return () => waiting.resolve(value);
  } catch (error) {
    await connection.exec('ROLLBACK TO SAVEPOINT job');
    await connection.exec('RELEASE SAVEPOINT job');
    return () => waiting.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
